/** What differs between two rulesets, by the lines of their canonical texts. */
import type { Texts } from '#ruleset/update/texts.ts';

/** A record of a text that came, went, or says something else. */
export interface Change {
  readonly kind: 'added' | 'removed' | 'changed';
  /** `signals` or `schemes`, say; `indicators` and `listings` for listed parties. */
  readonly section: string;
  /** What tells the record from others of its section. */
  readonly id: string;
}

/** Changes from one ruleset to another, in the order of sections and ids. */
export function changesBetween(from: Texts, to: Texts): Change[] {
  const [before, after] = [recordsOf(from), recordsOf(to)];
  const changes: Change[] = [];
  for (const [key, { section, id, line }] of after) {
    const old = before.get(key);
    if (!old) changes.push({ kind: 'added', section, id });
    else if (old.line !== line) changes.push({ kind: 'changed', section, id });
  }
  for (const [key, { section, id }] of before)
    if (!after.has(key)) changes.push({ kind: 'removed', section, id });
  return changes.sort(
    (a, b) => compare(a.section, b.section) || compare(a.id, b.id) || compare(a.kind, b.kind),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

interface Record {
  readonly section: string;
  readonly id: string;
  readonly line: string;
}

function recordsOf({ rules, indicators }: Texts): Map<string, Record> {
  const records = new Map<string, Record>();
  const put = (section: string, id: string, line: string) =>
    records.set(`${section} ${id}`, { section, id, line });
  for (const line of bodyOf(rules)) {
    const [section, ...rest] = JSON.parse(line);
    // A phrase is its own content; of anything else the last part is what its id stands for.
    const id = section === 'phrases' ? rest : rest.slice(0, -1);
    put(section, id.join(' '), line);
  }
  for (const line of bodyOf(indicators)) {
    const space = line.indexOf(' ');
    if (line.startsWith('!')) put('listings', line.slice(1, space), line);
    else put('indicators', line.slice(space + 1), line);
  }
  return records;
}

const bodyOf = (text: string): string[] => text.split('\n').slice(1, -1);

/** Most ids that are named of one kind; the rest is counted. */
const NAMED = 12;

/** Changes in lines that a maintainer reads before signing. */
export function describeChanges(changes: readonly Change[], named = NAMED): string {
  if (changes.length === 0) return 'Nothing changes.';
  const groups = Map.groupBy(changes, ({ section, kind }) => `${section} ${kind}`);
  return [...groups]
    .map(([title, list]) => {
      const ids = list.filter(({ id }) => id !== '').map(({ id }) => `  ${id}`);
      const more = ids.length > named ? [`  … and ${ids.length - named} more`] : [];
      return [`${title}: ${list.length}`, ...ids.slice(0, named), ...more].join('\n');
    })
    .join('\n');
}
