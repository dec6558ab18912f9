/** What the hub works out of a reported post. Pure; runs in a worker thread. */
import { judge } from '#engine/judge.ts';
import type { Ruleset } from '#engine/ruleset/types.ts';
import { OTHER } from '#engine/score.ts';
import type { ReportDraft } from '#schema/report.ts';
import { type Mention, mentionsOf } from './mentions.ts';
import { sketchOf } from './minhash.ts';
import { FEWEST, shinglesOf } from './shingles.ts';

/** Harm of what no scheme of the rules describes. */
const OTHER_HARM = 3;

export interface Analysis {
  readonly id: string;
  /** Null where the text is too short to be compared. */
  readonly sketch: Uint32Array | null;
  readonly mentions: readonly Mention[];
  readonly title: string;
}

/** Longest title of a case. */
const TITLE = 120;

/** Whatever stands in a report: one that can't be read is a case of its own, and holds up no other. */
export function analyse(report: ReportDraft): Analysis {
  try {
    return read(report);
  } catch {
    return { id: report.id, sketch: null, mentions: [], title: '' };
  }
}

function read({ id, post }: ReportDraft): Analysis {
  const shingles = shinglesOf(`${post.title ?? ''}\n${post.text}`);
  return {
    id,
    sketch: shingles.length < FEWEST ? null : sketchOf(shingles),
    mentions: mentionsOf(post),
    title: (post.title || post.text)
      .replaceAll(/[\s\0]+/g, ' ')
      .trim()
      .slice(0, TITLE)
      .toWellFormed(),
  };
}

/** What the engine and the volunteer make of a post, the worse of both. */
export interface Assessment {
  readonly scheme: string;
  readonly level: string;
  readonly harm: number;
}

/** Scheme and harm of a case that this report opens. */
export function assess({ post, scheme: reported }: ReportDraft, ruleset: Ruleset): Assessment {
  const { scheme: kind, level } = judge(post, ruleset);
  // A lure whose kind does not show is what the volunteer calls it.
  const judged = kind === OTHER ? undefined : kind;
  const harmOf = (scheme: string | undefined) => {
    const known = scheme !== undefined && Object.hasOwn(ruleset.schemes, scheme);
    return known ? ruleset.schemes[scheme]!.harm : OTHER_HARM;
  };
  const isReportedWorse = judged === undefined || harmOf(reported) > harmOf(judged);
  const scheme = isReportedWorse ? reported : judged;
  return { scheme: scheme || 'unsure', level, harm: harmOf(scheme) };
}
