/** The table of listed parties beside a `Set` of strings, alternating in one process. */
import { buildIndicators, type Entry } from '#engine/indicators/build.ts';
import { applyChanges } from '#engine/indicators/changes.ts';
import { IndicatorTable } from '#engine/indicators/table.ts';
import type { Listing } from '#schema/rules.ts';

const COUNT = 1_000_000;
const LOOKUPS = 20_000;
const ROUNDS = 15;
const MISSES = 10_000_000;
const CHANGES = 10_000;
const SALT = 1;
const LISTINGS: Listing[] = [
  { source: 'bench', reason: 'bench', case: '', date: '2026-01-01', expires: '2099-01-01' },
];

/** Names as lists have them: one or two syllables a word, and an ending. */
function nameOf(index: number, kind: string): string {
  const words = ['pay', 'job', 'shop', 'work', 'cash', 'task', 'earn', 'coin', 'hire', 'gold'];
  const endings = ['com', 'net', 'top', 'xyz', 'shop', 'info', 'co.uk', 'com.my'];
  const mixed = Math.imul(index + 1, 0x9e3779b1) >>> 0;
  return `${words[mixed % 10]}${mixed.toString(36)}${kind}${index.toString(36)}.${endings[index % 8]}`;
}

const median = (times: number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1]!;

function time(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Every domain of a host, as a `Set` is asked. */
function inSet(set: Set<string>, host: string): boolean {
  for (let name = host; ; ) {
    if (set.has(name)) return true;
    const dot = name.indexOf('.');
    if (dot < 0) return false;
    name = name.slice(dot + 1);
  }
}

/** Prints sizes, times and ratios as a Markdown table. */
export function benchIndicators(): void {
  const entries: Entry[] = Array.from({ length: COUNT }, (_, at) => ({
    type: 'domain',
    value: nameOf(at, 'a'),
    listing: 0,
  }));
  let built = buildIndicators([], 0, 1, SALT);
  const build = time(() => {
    built = buildIndicators(entries, COUNT, 1, SALT);
  });
  const set = new Set(entries.map(({ value }) => value));
  const open = () => new IndicatorTable(built.indicators, built.owners, LISTINGS, '2026-11-26');
  const ready = Array.from({ length: 50 }, () => time(open));
  const table = open();

  const hits = Array.from({ length: LOOKUPS }, (_, at) => {
    const name = nameOf((at * 7919) % COUNT, 'a');
    return at % 2 === 0 ? name : `mail.${name}`;
  });
  const misses = Array.from({ length: LOOKUPS }, (_, at) => `www${at % 7}.${nameOf(at, 'b')}`);
  const rows: [string, number, number][] = [];
  for (const [kind, hosts] of [
    ['hits', hits],
    ['misses', misses],
  ] as const) {
    const ours: number[] = [];
    const theirs: number[] = [];
    let found = 0;
    for (let round = -2; round < ROUNDS; round++) {
      const a = time(() => {
        for (const host of hosts) if (table.findHost(host)) found++;
      });
      const b = time(() => {
        for (const host of hosts) if (inSet(set, host)) found++;
      });
      if (round < 0) continue;
      ours.push((a / hosts.length) * 1e6);
      theirs.push((b / hosts.length) * 1e6);
    }
    if (found !== (kind === 'hits' ? 2 * (ROUNDS + 2) * LOOKUPS : 0))
      throw new Error('wrong answers');
    rows.push([kind, median(ours), median(theirs)]);
  }
  const removed = entries.slice(0, CHANGES / 2);
  const added = removed.map((entry, at) => ({ ...entry, value: nameOf(at, 'c') }));
  const changes = { removed, added, renumbered: [0], listings: 1, salt: SALT };
  const applied = Array.from({ length: 9 }, () => time(() => applyChanges(built, changes)));
  let falseHits = 0;
  for (let at = 0; at < MISSES; at++) if (table.findHost(nameOf(at, 'd'))) falseHits++;

  const bytes = (built.indicators.length + built.owners.length) / COUNT;
  console.log(`\n${COUNT} listed domains
| what | ours | Set of strings |
|---|--:|--:|
| bytes an entry | ${bytes.toFixed(2)} | |
| build, ms | ${build.toFixed(0)} | |
| ready, ms (first, median) | ${ready[0]!.toFixed(3)}, ${median(ready).toFixed(4)} | |`);
  for (const [kind, ours, theirs] of rows)
    console.log(
      `| ${kind}, ns | ${ours.toFixed(0)} | ${theirs.toFixed(0)} (${(theirs / ours).toFixed(1)} x) |`,
    );
  console.log(`| ${CHANGES} changes, ms | ${median(applied).toFixed(1)} | |
| false hits in ${MISSES} | ${falseHits} | |`);
}
