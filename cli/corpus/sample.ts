import { z } from '#schema/zod.ts';

const Text = z.optional(z.nullable(z.string()));
const Row = z.object({
  id: z.union([z.string(), z.number()]),
  lang: z.string(),
  text: z.string(),
  title: Text,
  company: Text,
  location: Text,
  salary: Text,
  label: z.optional(z.enum(['legit', 'scam', 'news', 'other'])),
  kind: Text,
  market: Text,
  origin_country: Text,
  source_url: Text,
  real: z.optional(z.nullable(z.boolean())),
});

/** What a text is: an honest post, a lure, a text about lures, or anything else. */
export type Label = 'legit' | 'scam' | 'news' | 'other';

/** One labelled text of a corpus. */
export type Sample = {
  id: string;
  /** Name of the file without endings; unit of cross-validation together with `origin`. */
  source: string;
  /** Page or data set inside a mixed file; else the source itself. */
  origin: string;
  /** BCP 47 without region: `tl` is `fil`, `zh-CN` is `zh`. */
  language: string;
  /** Country as ISO 3166-1 alpha-2, or `??` where a corpus does not say. */
  market: string;
  label: Label;
  /** The scheme of a lure, or the corpus's own word for anything else. */
  kind: string;
  title?: string;
  text: string;
  /** Invented for the project rather than collected. */
  invented: boolean;
};

/** Words of the corpora for schemes. */
const SCHEMES: Record<string, string> = {
  'compound-trafficking': 'forced-scam-work',
  mule: 'money-mule',
};

/** Reads one line of a corpus file; gives what is wrong with it as an error. */
export function readSample(line: string, source: string): Sample | { error: string } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { error: 'not JSON' };
  }
  const row = Row.safeParse(value);
  if (!row.success) {
    const [issue] = row.error.issues;
    return { error: `${issue?.path.join('.') || 'line'}: ${issue?.message}` };
  }
  const { id, lang, text, title, label, kind, real } = row.data;
  return {
    id: String(id),
    source,
    origin: row.data.source_url ?? source,
    language: languageOf(lang),
    market: row.data.market || row.data.origin_country || marketOf(lang, source),
    label: label ?? (kind === 'awareness' ? 'news' : 'scam'),
    kind: SCHEMES[kind ?? ''] ?? (kind || 'unnamed'),
    ...(title ? { title } : {}),
    text,
    invented: real === false,
  };
}

function languageOf(tag: string): string {
  const language = tag.split('-')[0]!.toLowerCase();
  return language === 'tl' ? 'fil' : language;
}

/** `en-KE` names a country; files are called `<country>-<language>-<what>`. */
function marketOf(tag: string, source: string): string {
  const region = /-([A-Z]{2})$/.exec(tag)?.[1];
  const country = /^([a-z]{2})-/.exec(source)?.[1];
  return region ?? (country === 'en' ? undefined : country?.toUpperCase()) ?? '??';
}
