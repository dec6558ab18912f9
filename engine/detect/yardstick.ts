import type { Money } from '../extract/money.ts';
import type { Field } from '../fields.ts';
import type { Ruleset } from '../ruleset/types.ts';
import type { Sightings, WorkSighting } from './phrases.ts';
import type { PlaceSighting } from './places.ts';

/** Currencies in which posts everywhere quote; they say nothing of where the work is. */
const WORLDWIDE = new Set(['USD', 'EUR', 'UST']);
/** Yardstick in US dollars a month for a worldwide currency where no destination is named. */
const WORLD_WAGE = 1_000;
/** Lowest yardstick for a destination: legal minimums are far below what offices pay there. */
const LEAST_WAGE = 600;
/** So many times the ordinary is paid for schooling, for leading others or for years of practice. */
const SKILLED = 2;
/** How far before an amount the trade that it is paid for may stand. */
const TRADE_WINDOW = 40;

/** The ordinary monthly wage in the currency of an offer, for its place and its work. */
export function yardstick(
  money: Money,
  field: Field,
  ruleset: Ruleset,
  { places, work }: Pick<Sightings, 'places' | 'work'>,
): number | undefined {
  const wage = wageOf(money, ruleset, places);
  return wage && work.some((sighting) => paysFor(sighting, money, field)) ? wage * SKILLED : wage;
}

/** Experience counts wherever it is wanted, a trade in the title or shortly before the amount. */
function paysFor({ kind, field, end }: WorkSighting, money: Money, of: Field): boolean {
  if (kind === 'experience' || field.field === 'title') return true;
  return field === of && end <= money.start && money.start - end <= TRADE_WINDOW;
}

function wageOf(money: Money, ruleset: Ruleset, places: PlaceSighting[]): number | undefined {
  const { wages, currencies } = ruleset.pay;
  const perUsd = (code: string) => currencies.find((currency) => currency.code === code)?.perUsd;
  const home = { USD: 'US', EUR: 'EU', ANY$: 'US' }[money.currency];
  const code = money.currency === 'ANY$' ? 'USD' : money.currency;
  if (!WORLDWIDE.has(code))
    return wages.find(({ currency }) => currency === money.currency)?.monthly;
  const rate = perUsd(code);
  if (rate === undefined) return undefined;
  const there = wages.filter(({ country }) =>
    places.some(({ place }) => place.country === country),
  );
  const inUsd = there.map(({ monthly, currency }) => monthly / (perUsd(currency) ?? Infinity));
  if (inUsd.length > 0) return Math.max(LEAST_WAGE, ...inUsd) * rate;
  const salaried = money.period === 'year' || money.period === 'hour';
  if (home && (salaried || money.currency !== 'USD'))
    return wages.find(({ country }) => country === home)?.monthly;
  return WORLD_WAGE * rate;
}
