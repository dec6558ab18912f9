/** Whom to call and where to verify, for a scheme and a country. */
import { lookUp, type Strings } from '#platform/translate.ts';
import type { HelpSource } from '#schema/rules.ts';
import type { HelpAction } from '#schema/warning.ts';

type Kind = HelpSource['kind'];

const MOST_ACTIONS = 4;

const verifyFirst: Kind[] = ['verify-job-order', 'verify-agency', 'verify-company'];
/** Where a person may be taken away, where an agency is false, where money is at stake. */
const forPeople: Kind[] = [
  'anti-trafficking',
  'consular',
  ...verifyFirst,
  'police',
  'report-online',
];
const forAgencies: Kind[] = [
  ...verifyFirst,
  'consular',
  'anti-trafficking',
  'report-online',
  'police',
];
const forMoney: Kind[] = [
  'anti-scam',
  'police',
  'report-online',
  'verify-company',
  'verify-agency',
  'verify-job-order',
];

const orderOfScheme = new Map<string, Kind[]>([
  ['forced-scam-work', forPeople],
  ['sexual-exploitation', forPeople],
  ['fake-agency', forAgencies],
]);

const euMembers = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
);

const isVerifying = (kind: Kind) => kind.startsWith('verify-');

/** The one contact of an entry that its button is for; none where nothing is safe to offer. */
function contactOf(entry: HelpSource): Pick<HelpAction, 'kind' | 'value'> | undefined {
  // Old or unconfirmed numbers are worse than none.
  if (entry.stale || entry.confidence === 'one-page') return undefined;
  const call = entry.phone && ({ kind: 'call', value: entry.phone } as const);
  const open = entry.url?.startsWith('https://') && ({ kind: 'open', value: entry.url } as const);
  const write = entry.email && ({ kind: 'write', value: entry.email } as const);
  const online = isVerifying(entry.kind) || entry.kind === 'report-online';
  return (online ? open || call : call || open) || write || undefined;
}

/** Entries for a country with something to press; international ones where it has none. */
function candidates(help: readonly HelpSource[], country: string | undefined): HelpSource[] {
  const usable = help.filter((entry) => contactOf(entry) !== undefined);
  const of = (code: string) => usable.filter((entry) => entry.country === code);
  const own = country === undefined ? [] : of(country);
  const union = country !== undefined && euMembers.has(country) ? of('EU') : [];
  const local = [...own, ...union];
  if (local.length === 0) return of('XX');
  return local.some(({ kind }) => isVerifying(kind))
    ? local
    : [...local, ...of('XX').filter(({ kind }) => isVerifying(kind))];
}

function choose(entries: readonly HelpSource[], order: readonly Kind[]): HelpSource[] {
  const taken: HelpSource[] = [];
  for (const kind of order) {
    const most = isVerifying(kind) ? 1 : 2;
    taken.push(...entries.filter((entry) => entry.kind === kind).slice(0, most));
  }
  const chosen = taken.slice(0, MOST_ACTIONS);
  const verifying = taken.find(({ kind }) => isVerifying(kind));
  // Whom to call and where to check: a list without the second leaves the question open.
  if (verifying && !chosen.includes(verifying)) chosen[chosen.length - 1] = verifying;
  return chosen;
}

/** Help in the order of its use for a scheme, in the reader's language. */
export function helpFor(
  scheme: string | undefined,
  help: readonly HelpSource[],
  reader: { strings: Strings; language: string; country?: string | undefined },
): HelpAction[] {
  const order = orderOfScheme.get(scheme ?? '') ?? forMoney;
  return choose(candidates(help, reader.country), order).map((entry) => ({
    id: entry.id,
    ...contactOf(entry)!,
    name: reader.language === 'en' ? entry.name : (entry.nameLocal ?? entry.name),
    purpose: lookUp(reader.strings, `help.kind.${entry.kind}`) ?? '',
    ...(entry.seen === undefined ? {} : { seen: entry.seen }),
    ...(entry.hours === undefined ? {} : { hours: entry.hours }),
  }));
}
