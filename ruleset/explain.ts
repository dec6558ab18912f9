/** Puts a verdict into words for one reader. Pure: extension, tour and tests say the same. */
import { OURS } from '#engine/detect/listed.ts';
import { lookUp, type Strings } from '#platform/translate.ts';
import type { Post } from '#schema/post.ts';
import type { Loudness } from '#schema/settings.ts';
import type { Finding, Level, ListedParty, Verdict } from '#schema/verdict.ts';
import type { Sign, Warning } from '#schema/warning.ts';
import { helpFor } from './help.ts';
import { listedBy } from './listed.ts';
import type { Reader } from './reader.ts';
import { stepsFor } from './steps.ts';

const MOST_SIGNS = 6;

/**
 * Strongest first, but the wording as a whole after what the post says, and names of places last:
 * the sign in the post accuses, not the country (advice to job seekers, section 6: "Name the sign in
 * the post").
 */
function byUse(a: Finding, b: Finding): number {
  const rank = ({ signal }: Finding) =>
    signal.startsWith('destination-') ? 2 : Number(signal.startsWith(WORDING));
  return rank(a) - rank(b) || b.weight - a.weight;
}

const WORDING = 'lure-wording';

/** Very much alike is alike: the stronger of the two is enough to read. */
const saidOnce = (findings: readonly Finding[]): Finding[] => {
  const isStrong = findings.some(({ signal }) => signal === `${WORDING}-strong`);
  return findings.filter(({ signal }) => !isStrong || signal !== WORDING);
};

/** May what a verdict gives reason to say be shown in pages? */
export function isHeard(
  { level, question = false }: Pick<Verdict, 'level' | 'question'>,
  loudness: Loudness,
): boolean {
  if (loudness === 'every') return level !== 'none' || question;
  return loudness === 'danger' && level === 'danger';
}

/** Counter-signals have no label; neither has a signal that is newer than the catalogue. */
function signOf(
  { signal, quotes }: Finding,
  listed: readonly ListedParty[],
  { strings, language }: Reader,
): Sign | undefined {
  const label = lookUp(strings, `signal.${signal}.label`);
  if (label === undefined) return undefined;
  const why = lookUp(strings, `signal.${signal}.why`) ?? '';
  const reasons = listed
    .filter(
      ({ listing }) => signal === (listing.source === OURS ? 'listed-party' : 'listed-elsewhere'),
    )
    .map(({ listing }) => listedBy(listing, strings, language));
  return { signal, label, why: [why, ...new Set(reasons)].join(' '), quotes };
}

/** The first of the keys that the catalogue has: a scheme may be newer than the catalogue. */
function firstOf(keys: readonly string[], strings: Strings): string {
  for (const key of keys) {
    const text = lookUp(strings, key);
    if (text !== undefined) return text;
  }
  return '';
}

function headlineOf(scheme: string, level: Level, strings: Strings): string {
  const keys = level === 'danger' ? [`scheme.${scheme}.headline.danger`] : [];
  return firstOf([...keys, `scheme.${scheme}.headline`, 'scheme.other.headline'], strings);
}

/** What speaks for the post: a paid journey is normal for a ship, a licence can be looked up. */
const notesOf = ({ findings }: Verdict, strings: Strings): string[] =>
  findings
    .map(({ signal }) => lookUp(strings, `note.${signal}`))
    .filter((note) => note !== undefined);

function compose(verdict: Verdict, post: Post, reader: Reader, shown: readonly Finding[]): Warning {
  const { strings, ruleset } = reader;
  const { level, question } = verdict;
  const scheme = verdict.scheme ?? 'none';
  const summaries = [`scheme.${scheme}.summary`, 'scheme.other.summary'];
  return {
    level,
    scheme,
    headline: question
      ? firstOf(['question.headline'], strings)
      : headlineOf(scheme, level, strings),
    summary: firstOf(question ? ['question.summary'] : summaries, strings),
    signs: saidOnce(shown)
      .toSorted(byUse)
      .map((finding) => signOf(finding, verdict.listed ?? [], reader))
      .filter((sign) => sign !== undefined)
      .slice(0, MOST_SIGNS),
    notes: notesOf(verdict, strings),
    steps: stepsFor(verdict.scheme, question ? 'caution' : level)
      .map((step) => lookUp(strings, `step.${step}`))
      .filter((step) => step !== undefined),
    help: helpFor(verdict.scheme, ruleset.help, reader),
    ...(verdict.listed && { listed: verdict.listed.map(({ type, value }) => ({ type, value })) }),
    partial: post.partial,
    rulesetVersion: verdict.rulesetVersion,
  };
}

/** The warning for a post, strongest sign first; `null` where the verdict gives no reason to warn. */
export function explain(verdict: Verdict, post: Post, reader: Reader): Warning | null {
  if (verdict.level === 'none' && !verdict.question) return null;
  const counted = verdict.findings.filter(({ weight }) => weight > 0);
  return compose(verdict, post, reader, counted);
}

/**
 * The answer to a reader who asked. It also explains a text that gives no reason to warn: what
 * was seen all the same, what one can check, and that this proves nothing (level `none`).
 */
export function explainAsked(verdict: Verdict, post: Post, reader: Reader): Warning {
  return explain(verdict, post, reader) ?? compose(verdict, post, reader, verdict.findings);
}
