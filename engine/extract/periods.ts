import type { Period } from './period-words.ts';
import { east } from './period-words-east.ts';
import { south } from './period-words-south.ts';
import { west } from './period-words-west.ts';
import { type WordHit, WordTable } from './words.ts';

export type { Period } from './period-words.ts';

/** What an amount is counted by: `count` units of `period`, as a language says it. */
export type Rate = { start: number; end: number; period: Period; count: number; language: string };

type Meaning = { period: Period; language: string };

/** Where languages share a word, the first says which language speaks. */
const periodLanguages = [...west, ...east, ...south];
/** How far from an amount the words of its rate may stand. */
const WINDOW = 24;
/** Characters of a script without spaces that may stand between them: Chinese says more in each. */
const HAN_WINDOW = 8;
const SPACELESS_WINDOW = 16;
const stops = /[\n\r;!?。！？|•,，、；；]|\.(?!\d)/g;
const spaceless = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]/;

const words = {
  rate: table('rates', true),
  unit: table('units'),
  near: table('near'),
  lead: table('lead'),
};
const salaries = new WordTable<Meaning>(() =>
  periodLanguages.flatMap(({ code, salary }) =>
    list(salary).map((word) => [word, { period: 'month', language: code }] as const),
  ),
);

const windowOf = (char: string): number =>
  /[\u3040-\u30ff\u3400-\u9fff]/.test(char) ? HAN_WINDOW : SPACELESS_WINDOW;
/** What before a bare unit makes it a part of something else: 3月, 本月. */
const joinsUnit =
  /[\d\p{Script=Han}\p{Script=Hangul}\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Devanagari}]/u;

/** Counted units: "in 2 days", "/26天", "for 15 minutes". */
const counted =
  /^\s?(?:\/|／|in|within|for|every|each|trong|mỗi|за|dalam|setiap|tiap|en|em|in|w|per|pro|每|ทุก)\s?(\d{1,3})\s?(?:(minutes?|mins?|minit|menit|минут[ыу]?|phút|minutos?|分钟|分鐘)|(hours?|hrs?|jam|час(?:а|ов)?|giờ|tiếng|horas?|小时|小時)|((?:business |working )?days?|hari|дн(?:я|ей)|ngày|d[ií]as?|天|日)|(weeks?|minggu|недел[иь]|tuần|semanas?|周))(?!\p{L})/iu;
/** "15 minutes - 40$": only minutes, since hours before a dash are the hours of work. */
const countedBefore =
  /(?<!\d)(\d{1,2})\s?(?:(minutes?|mins?|minit|menit|минут[ыа]?|phút|minutos?|分钟|分鐘|นาที)\s?(?:[-–—=:]|per|za|за)|(days?|hari|วัน|ngày)(?:\s\p{L}{1,4})?\s?=)\s?$|(?:every|each|setiap|tiap|mỗi|每|ทุก)\s?(\d{1,2})\s?(?:days?|hari|วัน|ngày|天)\s?$/iu;

/** Finds what the amount between `start` and `end` is counted by, behind it or before it. */
export function findRate(text: string, start: number, end: number): Rate | undefined {
  return behind(text, end) ?? ahead(text, start);
}

function behind(text: string, end: number): Rate | undefined {
  const window = clauseAfter(text, end);
  const many = counted.exec(window);
  if (many) return countedRate(many[1]!, end, end + many[0].length, many.slice(2));
  const join = /^[\s\u00a0]{0,2}[+＋]?[)）]?[\s\u00a0]{0,2}([/／\\(（[【]?)\s{0,2}/u.exec(window)!;
  const at = end + join[0].length;
  const direct =
    hit(words.near.startingAt(text, at), text) ??
    (join[1] ? hit(words.unit.startingAt(text, at), text) : undefined);
  if (direct && !continues(text, direct.end)) return rateOf(direct);
  for (let index = /^[+＋]/.test(window) ? 1 : 0; index < window.length; index++) {
    if (/[\d+=＝÷×]/.test(window[index]!) && !/^1\s?\p{L}/u.test(window.slice(index))) break;
    const found =
      hit(words.rate.startingAt(text, end + index), text) ??
      (/[/／]/.test(window[index - 1] ?? ' ')
        ? hit(words.unit.startingAt(text, end + index), text)
        : undefined);
    if (found && found.end <= end + window.length && !continues(text, found.end))
      return rateOf(found);
    if (spaceless.test(window[index]!) && index > windowOf(window[index]!)) break;
  }
  return undefined;
}

function ahead(text: string, start: number): Rate | undefined {
  const window = clauseBefore(text, start);
  const many = countedBefore.exec(window);
  if (many) {
    const [, first, minutes, days, every] = many;
    const units = [minutes, undefined, days ?? every];
    return countedRate(first ?? every!, start - many[0].length, start, units);
  }
  const gap = /[\s\u00a0:：]{0,3}$/u.exec(window)![0].length;
  const near = hit(words.lead.endingAt(text, start - gap), text);
  if (near && !joinsUnit.test(text[near.start - 1] ?? ' ')) return rateOf(near);
  let passed = 0;
  for (let index = start; index > start - window.length; index--) {
    const found = hit(words.rate.endingAt(text, index) ?? salaries.endingAt(text, index), text);
    if (found && found.start >= start - window.length) return rateOf(found);
    const char = text[index - 1]!;
    if (/[\d+÷×]/.test(char)) return undefined;
    if (spaceless.test(char) && ++passed > windowOf(char)) return undefined;
  }
  return undefined;
}

/** A hit whose beginning is no part of a longer word or number. */
function hit(found: WordHit<Meaning> | undefined, text: string): WordHit<Meaning> | undefined {
  if (!found) return undefined;
  const before = text[found.start - 1] ?? ' ';
  const first = text[found.start]!;
  const isInside = /\d/.test(first)
    ? /[\d.,]/.test(before)
    : /[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(before) && /\p{L}/u.test(first);
  return isInside ? undefined : found;
}

/** Words that go on behind a unit in scripts without spaces and make it another word. */
const continues = (text: string, end: number): boolean =>
  /^(?:供|工|份|度|期|龄|齡|底|初|限|常|用|工作|ที่|หยุด|แรก|ทำงาน)/u.test(text.slice(end, end + 8));

const rateOf = ({ start, end, value }: WordHit<Meaning>): Rate => ({
  start,
  end,
  count: 1,
  ...value,
});

function countedRate(
  number: string,
  start: number,
  end: number,
  units: (string | undefined)[],
): Rate | undefined {
  const count = Number(number);
  const period = (['minute', 'hour', 'day', 'week'] as const)[units.findIndex(Boolean)];
  return period && count > 0 ? { start, end, period, count, language: '' } : undefined;
}

/** The clause behind an amount; the dot of an abbreviation ("руб.", "บ.") does not end it. */
function clauseAfter(text: string, end: number): string {
  const window = text.slice(end, end + WINDOW);
  const from = window.startsWith('.') && !/^\.\s*(?:\p{Lu}|$|\n)/u.test(window) ? 1 : 0;
  stops.lastIndex = from;
  const stop = stops.exec(window);
  return window.slice(0, stop?.index ?? window.length).replace(/^\./, ' ');
}

/** The clause before an amount. */
function clauseBefore(text: string, start: number): string {
  const window = text.slice(Math.max(0, start - WINDOW), start);
  let from = 0;
  for (const { index } of window.matchAll(stops)) from = index + 1;
  return window.slice(from);
}

function table(kind: 'rates' | 'units' | 'near' | 'lead', withLinks = false): WordTable<Meaning> {
  return new WordTable(() => entriesOf(kind, withLinks));
}

function entriesOf(kind: 'rates' | 'units' | 'near' | 'lead', withLinks: boolean) {
  const entries: [string, Meaning][] = [];
  for (const language of periodLanguages)
    for (const part of withLinks ? (['rates', 'units', 'near'] as const) : [kind])
      for (const [period, line] of Object.entries(language[part] ?? {}))
        for (const word of list(line)) {
          const meaning: Meaning = { period: period as Period, language: language.code };
          const isLinked = withLinks && part !== 'rates';
          for (const form of isLinked ? linked(word, language.links) : [word])
            entries.push([form, meaning]);
        }
  return entries;
}

/** A unit with every link before it; single letters and Latin words are parted by a space. */
function linked(unit: string, links: string): string[] {
  return list(links).flatMap((link) =>
    link === 'p'
      ? [`p/${unit}`]
      : isGlued(link)
        ? [`${link}${unit}`, `${link} ${unit}`]
        : [`${link} ${unit}`],
  );
}

function isGlued(link: string): boolean {
  return (
    link === 'se' || /['’\d]$/.test(link) || !/\p{Script=Latin}|\p{Script=Cyrillic}/u.test(link)
  );
}

function list(line: string | undefined): string[] {
  return line ? line.split('|') : [];
}
