/** Latin letters written in other alphabets of Unicode. */
import { isPlainLatin, wordMutation } from './mutation.ts';
import type { Random } from './random.ts';

/** Where an alphabet keeps its `A` and its `a`. */
type Alphabet = { upper: number; lower: number };

const BOLD: Alphabet[] = [
  0x1d400, // 𝐀
  0x1d468, // 𝑨
  0x1d4d0, // 𝓐
  0x1d56c, // 𝕬
  0x1d5a0, // 𝖠
  0x1d5d4, // 𝗔
  0x1d63c, // 𝘼
  0x1d670, // 𝙰
].map((upper) => ({ upper, lower: upper + 26 }));
const FULL: Alphabet[] = [{ upper: 0xff21, lower: 0xff41 }];
const ENCLOSED: Alphabet[] = [
  { upper: 0x24b6, lower: 0x24d0 }, // Ⓐ ⓐ
  { upper: 0x1f130, lower: 0x1f130 }, // 🄰
  { upper: 0x1f150, lower: 0x1f150 }, // 🅐
  { upper: 0x1f170, lower: 0x1f170 }, // 🅰
];
const SMALL_CAPITALS = 'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫʀꜱᴛᴜᴠᴡxʏᴢ';
/** What keeps two regional indicators from becoming a flag. */
const APART = ['\u200b', ' ', '\u2060'];
/** Strokes and lines laid over a letter. */
const STROKES = ['\u0336', '\u0335', '\u0332', '\u0333', '\u0338'];

function written(word: string, { upper, lower }: Alphabet): string[] {
  return [...word].map((char) => {
    const code = char.charCodeAt(0);
    return String.fromCodePoint(code < 0x61 ? upper + code - 0x41 : lower + code - 0x61);
  });
}

const inAlphabets = (id: string, says: string, alphabets: Alphabet[]) =>
  wordMutation({
    id,
    says,
    takes: isPlainLatin,
    edit: (word, random) => written(word, random.pick(alphabets)).join(''),
  });

export const bold = inAlphabets('bold', 'bold, script and other mathematical letters: 𝐣𝐨𝐛', BOLD);
export const fullwidth = inAlphabets('fullwidth', 'full-width letters: ｊｏｂ', FULL);
export const enclosed = inAlphabets(
  'enclosed',
  'letters in circles and squares: ⓙⓞⓑ 🅹🅾🅱',
  ENCLOSED,
);

export const smallCapitals = wordMutation({
  id: 'small-capitals',
  says: 'small capitals: ᴊᴏʙ',
  takes: isPlainLatin,
  edit: (word) =>
    [...word.toLowerCase()].map((c) => SMALL_CAPITALS[c.charCodeAt(0) - 0x61]).join(''),
});

export const regional = wordMutation({
  id: 'regional',
  says: 'the letters that flags are made of, kept apart: 🇯 🇴 🇧',
  takes: isPlainLatin,
  edit: (word, random) =>
    written(word, { upper: 0x1f1e6, lower: 0x1f1e6 }).join(random.pick(APART)),
});

export const struck = wordMutation({
  id: 'struck',
  says: 'strokes laid over the letters: j̶o̶b̶',
  takes: isPlainLatin,
  edit: (word, random: Random) => {
    const stroke = random.pick(STROKES);
    return [...word].map((char) => char + stroke).join('');
  },
});
