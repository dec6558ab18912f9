/** Puts a verdict into words for one reader. Pure: extension, tour and tests say the same. */
import { lookUp, type Strings } from '#platform/translate.ts';
import type { Post } from '#schema/post.ts';
import type { HelpSource } from '#schema/rules.ts';
import type { Loudness } from '#schema/settings.ts';
import type { Finding, Level, Verdict } from '#schema/verdict.ts';
import type { Sign, Warning } from '#schema/warning.ts';
import { helpFor } from './help.ts';
import { stepsFor } from './steps.ts';

export interface Reader {
  readonly ruleset: { readonly help: readonly HelpSource[] };
  readonly strings: Strings;
  readonly language: string;
  /** Absent means unknown: international help is shown. */
  readonly country?: string | undefined;
}

const MOST_SIGNS = 6;

/**
 * Strongest first, but names of places last: the sign in the post accuses, not the country
 * (advice to job seekers, section 6: "Name the sign in the post").
 */
function byUse(a: Finding, b: Finding): number {
  const place = ({ signal }: Finding) => Number(signal.startsWith('destination-'));
  return place(a) - place(b) || b.weight - a.weight;
}

/** May a warning of this level be shown in pages? */
export function isHeard(level: Level, loudness: Loudness): boolean {
  if (level === 'none' || loudness === 'quiet') return false;
  return loudness === 'every' || level === 'danger';
}

/** Counter-signals have no label; neither has a signal that is newer than the catalogue. */
function signOf({ signal, quotes }: Finding, strings: Strings): Sign | undefined {
  const label = lookUp(strings, `signal.${signal}.label`);
  if (label === undefined) return undefined;
  return { signal, label, why: lookUp(strings, `signal.${signal}.why`) ?? '', quotes };
}

function headlineOf(scheme: string, level: Level, strings: Strings): string {
  const keys = level === 'danger' ? [`${scheme}.headline.danger`] : [];
  for (const key of [...keys, `${scheme}.headline`, 'other.headline']) {
    const text = lookUp(strings, `scheme.${key}`);
    if (text !== undefined) return text;
  }
  return '';
}

function compose(verdict: Verdict, post: Post, reader: Reader, shown: readonly Finding[]): Warning {
  const { strings, ruleset } = reader;
  const { level } = verdict;
  const scheme = verdict.scheme ?? 'none';
  return {
    level,
    scheme,
    headline: headlineOf(scheme, level, strings),
    summary:
      lookUp(strings, `scheme.${scheme}.summary`) ?? lookUp(strings, 'scheme.other.summary') ?? '',
    signs: shown
      .toSorted(byUse)
      .map((finding) => signOf(finding, strings))
      .filter((sign) => sign !== undefined)
      .slice(0, MOST_SIGNS),
    steps: stepsFor(verdict.scheme, level)
      .map((step) => lookUp(strings, `step.${step}`))
      .filter((step) => step !== undefined),
    help: helpFor(verdict.scheme, ruleset.help, reader),
    partial: post.partial,
    rulesetVersion: verdict.rulesetVersion,
  };
}

/** The warning for a post, strongest sign first; `null` where the verdict gives no reason to warn. */
export function explain(verdict: Verdict, post: Post, reader: Reader): Warning | null {
  if (verdict.level === 'none') return null;
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
