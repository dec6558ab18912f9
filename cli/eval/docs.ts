import type { Evaluation } from './evaluation.ts';
import type { SignalRow } from './signals.ts';
import type { Table } from './tables.ts';
import type { Share } from './wilson.ts';

/** The figures as a page of the documentation. It names the corpora and holds no text of theirs. */
export function accuracyPage(
  { judged, tables, signals, mutations, part, rulesetVersion }: Evaluation,
  sources: readonly string[],
): string {
  return `# How often it is right

Written by \`lurewatch eval --docs\`; not to be edited. Rules ${rulesetVersion}, ${judged.length} texts${part === 'all' ? '' : `, the ${part} part`}.
${PART[part]} Figures in brackets are 95 % intervals (Wilson).

## What we do not know

- The corpora are what could be had, not a sample of what people read. Most lures are short; few are
  from a compound's own recruiters. Lures of Lao, Burmese, Khmer, Sinhala, Tamil, Bengali, Amharic
  and Swahili are nearly all invented by us, so their figures say little about real ones.
- Rows marked *invented* were written for the project, by the same kind of author as the rules.
- Honest posts of many languages (Hindi, Urdu, Bengali, Tamil, Sinhala, Nepali, Amharic, Swahili,
  Arabic, French, Malay, Filipino) could not be had in number: a low rate of false alarms there
  rests on few texts.
- The fraudulent US adverts were taken from one board, in 2012 to 2014.
- Rules written before the split was made had seen some of the texts that are held out now, and the
  strength of two signals was set after a look at misses among the invented held-out texts.
- The held-out texts have been measured five times while sixteen thousand phrases were added. None was
  written from them; but phrases of warnings and news were added because their kind did worst.
- No native speaker has reviewed the phrases.
- Rates change as those who write lures change. A text without a warning proves nothing.

${tables.map(section).join('\n')}
${mutationSection(mutations)}## Signals

Of all lures, how many show the signal; of all texts that show it, how many are lures (other texts
outnumber lures in the corpora, so this share says more about order than about size).

${signalRows(signals.filter(({ language }) => language === 'all'))}
## Signals by language

${signalRows(
  signals.filter(({ language }) => language !== 'all'),
  true,
)}
## Corpora

${sources.map((source) => `- ${source}`).join('\n')}
`;
}

const PART: Record<Evaluation['part'], string> = {
  all: 'Most of these texts were used to make the rules.',
  dev: 'These texts were used to make the rules.',
  test: 'Weights were learnt and rules written without these texts (but see below); near-duplicates share a part.',
};

function section({ title, rows }: Table): string {
  const lines = rows.map(
    ({ name, texts, caution, danger, warned }) =>
      `| ${name} | ${texts} | ${caution} | ${danger} | ${share(warned)} |`,
  );
  return `## ${title}\n\n| | texts | caution | danger | warned |\n|---|--:|--:|--:|--:|\n${lines.join('\n')}\n`;
}

function mutationSection(rows: Evaluation['mutations']): string {
  if (rows.length === 0) return '';
  const lines = rows.map(
    ({ mutation, texts, plain, mutated }) =>
      `| ${mutation} | ${texts} | ${percent(plain / texts)} % | ${percent(mutated / texts)} % |`,
  );
  return `## Lures that hide from filters\n\nThree words in ten are changed; the same lures plain and changed.\n\n| mutation | lures | plain | changed |\n|---|--:|--:|--:|\n${lines.join('\n')}\n\n`;
}

function signalRows(rows: readonly SignalRow[], withLanguage = false): string {
  const lines = rows.map(
    ({ signal, language, lures, others, recall, precision }) =>
      `| ${signal} |${withLanguage ? ` ${language} |` : ''} ${lures} | ${others} | ${share(recall)} | ${share(precision)} |`,
  );
  const [head, rule] = withLanguage
    ? ['| signal | language |', '|---|---|']
    : ['| signal |', '|---|'];
  return `${head} lures | others | of lures | of texts that show it |\n${rule}--:|--:|--:|--:|\n${lines.join('\n')}\n`;
}

const share = ({ rate, low, high }: Share): string =>
  `${percent(rate)} % (${percent(low)} to ${percent(high)})`;
const percent = (value: number): string => (100 * value).toFixed(value > 0 && value < 0.1 ? 2 : 1);
