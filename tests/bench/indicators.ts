/** The table of listed parties beside what others look domains up with, alternating in one process. */
import { buildIndicators, type Entry } from '#engine/indicators/build.ts';
import { applyChanges } from '#engine/indicators/changes.ts';
import { IndicatorTable } from '#engine/indicators/table.ts';
import { type Find, finders, LISTINGS, SALT, type Stored } from './domains.ts';
import { median, spread, table, timed, weighed } from './print.ts';

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
  const names = Array.from({ length: COUNT }, (_, at) => nameOf(at, 'a'));
  const built = finders.map(({ name, slow = false, build }): Built => {
    const [[{ find, bytes }, ms], memory] = weighed(() => timed(() => build(names)));
    return { name, slow, find, bytes, built: ms, memory };
  });
  const hits = names
    .slice(0, LOOKUPS)
    .map((_, at) => `${at % 2 === 0 ? '' : 'mail.'}${names[(at * 7_919) % COUNT]}`);
  const misses = Array.from({ length: LOOKUPS }, (_, at) => `www${at % 7}.${nameOf(at, 'b')}`);
  const [found, missed] = [measure(built, hits), measure(built, misses)];
  const times = (rows: readonly Measured[], at: number) =>
    `${spread(rows[at]!.nanoseconds, 0)} · ${(median(rows[at]!.nanoseconds) / median(rows[0]!.nanoseconds)).toFixed(1)}×`;
  table(
    `${COUNT} listed domains: nanoseconds a host, median (middle half) · times ours`,
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
    built.map(({ name, bytes, memory, built: ms }, at) => [
      name,
      bytes ? (bytes.size / COUNT).toFixed(2) : '',
      (memory / 2 ** 20).toFixed(1),
      ms.toFixed(0),
      bytes ? loads(bytes) : '',
      times(found, at),
      times(missed, at),
      `${(100 * found[at]!.share).toFixed(1)} %`,
      `${(100 * missed[at]!.share).toFixed(2)} %`,
    ]),
  );
  printChanges(names);
}

const loads = ({ load }: Stored): string => {
  const times = Array.from({ length: 5 }, () => timed(load)[1]);
  return `${median(times).toFixed(3)} (${times[0]!.toFixed(2)})`;
};

interface Measured {
  readonly nanoseconds: readonly number[];
  /** Part of the hosts that were said to be listed. */
  readonly share: number;
}

function measure(built: readonly Built[], hosts: readonly string[]): Measured[] {
  const times: number[][] = built.map(() => []);
  const shares = built.map(() => 0);
  for (let round = -2; round < ROUNDS; round++)
    built.forEach(({ slow, find }, at) => {
      const some = slow ? hosts.slice(0, FEW) : hosts;
      let found = 0;
      const [, ms] = timed(() => {
        for (const host of some) if (find(host)) found++;
      });
      if (round >= 0) times[at]!.push((ms / some.length) * 1e6);
      shares[at] = found / some.length;
    });
  return times.map((nanoseconds, at) => ({ nanoseconds, share: shares[at]! }));
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
