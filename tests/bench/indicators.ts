/** The table of listed parties beside what others look domains up with, alternating in one process. */
import { buildIndicators, type Entry } from '#engine/indicators/build.ts';
import { applyChanges } from '#engine/indicators/changes.ts';
import { IndicatorTable } from '#engine/indicators/table.ts';
import { type Find, finders, LISTINGS, SALT, type Stored } from './domains.ts';
import { beside, inTurn, median, type Pair, spread, table, timed, weighed } from './print.ts';

const COUNT = 1_000_000;
const LOOKUPS = 20_000;
/** Look-ups of what takes microseconds each. */
const FEW = 2_000;
const ROUNDS = 15;
const MISSES = 10_000_000;
const CHANGES = 10_000;

/** Names as lists have them: one or two syllables a word, and an ending. */
function nameOf(index: number, kind: string): string {
  const words = ['pay', 'job', 'shop', 'work', 'cash', 'task', 'earn', 'coin', 'hire', 'gold'];
  const endings = ['com', 'net', 'top', 'xyz', 'shop', 'info', 'co.uk', 'com.my'];
  const mixed = Math.imul(index + 1, 0x9e3779b1) >>> 0;
  return `${words[mixed % 10]}${mixed.toString(36)}${kind}${index.toString(36)}.${endings[index % 8]}`;
}

/** Hosts as a message brings them: flat strings of their own, not those that were listed. */
const flat = (count: number, host: (at: number) => string): string[] =>
  JSON.parse(JSON.stringify(Array.from({ length: count }, (_, at) => host(at))));

interface Built {
  readonly name: string;
  readonly slow: boolean;
  readonly find: Find;
  readonly bytes: Stored | undefined;
  readonly built: number;
  readonly memory: number;
}

/** Prints sizes, times and ratios. */
export function benchIndicators(): void {
  const names = flat(COUNT, (at) => nameOf(at, 'a'));
  const built = finders.map(({ name, slow = false, build }): Built => {
    const [[{ find, bytes }, ms], memory] = weighed(() => timed(() => build(names)));
    return { name, slow, find, bytes, built: ms, memory };
  });
  const hits = flat(
    LOOKUPS,
    (at) => `${at % 2 === 0 ? '' : 'mail.'}${nameOf((at * 7_919) % COUNT, 'a')}`,
  );
  const misses = flat(LOOKUPS, (at) => `www${at % 7}.${nameOf(at, 'b')}`);
  const [own] = built as [Built, ...Built[]];
  table(
    `${COUNT} listed domains: nanoseconds a host, median (middle half) · times ours in the same rounds`,
    [
      '',
      'bytes an entry',
      'memory, MB',
      'build, ms',
      'load, ms (first)',
      'hits',
      'misses',
      'found',
      'false',
    ],
    built.map((one) => [
      one.name,
      one.bytes ? (one.bytes.size / COUNT).toFixed(2) : '',
      (one.memory / 2 ** 20).toFixed(1),
      one.built.toFixed(0),
      one.bytes ? loads(one.bytes) : '',
      beside(measure(own, one, hits), 0),
      beside(measure(own, one, misses), 0),
      shareOf(one, hits, 1),
      shareOf(one, misses, 2),
    ]),
  );
  printChanges(names);
}

const loads = ({ load }: Stored): string => {
  const times = Array.from({ length: 5 }, () => timed(load)[1]);
  return `${median(times).toFixed(3)} (${times[0]!.toFixed(2)})`;
};

/** Nanoseconds a host. */
function measure(own: Built, other: Built, hosts: readonly string[]): Pair {
  const some = other.slow ? hosts.slice(0, FEW) : hosts;
  const run =
    ({ find }: Built) =>
    () =>
      timed(() => {
        for (const host of some) find(host);
      })[1] *
      (1e6 / some.length);
  return inTurn(ROUNDS, run(own), run(other));
}

/** Part of the hosts that are said to be listed. */
function shareOf({ slow, find }: Built, hosts: readonly string[], digits: number): string {
  const some = slow ? hosts.slice(0, FEW) : hosts;
  return `${((100 * some.filter(find).length) / some.length).toFixed(digits)} %`;
}

/** Changes merged into a built table, and ten million names that are not in it. */
function printChanges(names: readonly string[]): void {
  const entries = names.map((value): Entry => ({ type: 'domain', value, listing: 0 }));
  const built = buildIndicators(entries, COUNT, 1, SALT);
  const removed = entries.slice(0, CHANGES / 2);
  const added = removed.map((entry, at) => ({ ...entry, value: nameOf(at, 'c') }));
  const changes = { removed, added, renumbered: [0], listings: 1, salt: SALT };
  const applied = Array.from({ length: 9 }, () => timed(() => applyChanges(built, changes))[1]);
  const own = new IndicatorTable(built.indicators, built.owners, LISTINGS, '2026-11-26');
  let falseHits = 0;
  for (let at = 0; at < MISSES; at++) if (own.findHost(nameOf(at, 'd'))) falseHits++;
  table(
    'The table of listed parties, by itself',
    [`${CHANGES} changes applied, ms`, `false hits in ${MISSES}`],
    [[spread(applied), `${falseHits}`]],
  );
}
