/** Letters that are made to look like a Latin one, and letters that differ only by habit of writing. */
import { SIMPLIFIED, TRADITIONAL } from './hanzi.ts';

/**
 * Plain letter → letters that fold to it. Phrases and texts fold alike, so a Russian phrase still
 * matches Russian text, and a Latin letter hidden in it changes nothing.
 */
const SKELETONS: Record<string, string> = {
  a: 'аαΑɑաаᎪᴀ', // Cyrillic, Greek, IPA, Armenian, Cherokee, small capital
  b: 'вβΒƀɓᏼʙꞵ',
  c: 'сϲᏟցᴄꮯƈ',
  d: 'đðɖɗԁᎠᴅꭰ',
  e: 'еεΕɛєᎬᴇꬲǝəә',
  f: 'ƒꜰϝẝ',
  g: 'ɡɠǥᏀɢԍց',
  h: 'һнΗհħᎻʜհ',
  i: 'іıιΙɩɪᎥӏ',
  j: 'јϳյᎫᴊɉ',
  k: 'кκΚᏦᴋƙҝқ',
  l: 'łɫƚᏞʟլ',
  m: 'мμΜᎷᴍɱ',
  n: 'Νηոɴŋɲп',
  o: 'оοΟօøɵᴏσς',
  p: 'рρΡᏢᴘƥ',
  q: 'ԛզɋǫ',
  r: 'ɍɾᎡʀꭇ',
  s: 'ѕᏚꜱʂѕ',
  t: 'тτΤᎢᴛŧƭ',
  u: 'υսᴜʉʊ',
  v: 'νѵᏙᴠ',
  w: 'ωԝᎳᴡա',
  x: 'хχΧ',
  y: 'уγΥүұʏƴɏ',
  z: 'Ζζᴢƶȥʐ',
  ss: 'ßẞ',
  th: 'þ',
  ae: 'æ',
  oe: 'œɶ',
  ا: 'ٱٲٳ', // alef
  ي: 'ىیېےۍ', // yeh
  ك: 'کڪګڬ', // kaf
  ه: 'ہھەۀةۃۂۿ', // heh
  و: 'ۆۇۈۋۉ', // waw
  '\u0902': '\u0901', // the two Devanagari marks of a nasal vowel
  // In Amharic the first and the fourth vowel of these sound alike.
  ሀ: 'ሃሓኃ',
  አ: 'ኣዓ',
};

/** Signs that hold a number or a word. */
const SIGNS: Record<string, string> = {
  '🔟': '10',
  '🅰': 'a',
  '🅱': 'b',
  '🆎': 'ab',
  '🅾': 'o',
  '🅿': 'p',
  '🆑': 'cl',
  '🆒': ' cool ',
  '🆓': ' free ',
  '🆔': ' id ',
  '🆕': ' new ',
  '🆗': ' ok ',
  '🆘': ' sos ',
  '🆚': ' vs ',
};

/**
 * Runs of characters that fold to a run of others: first, last, what the first is. Enclosed letters and
 * digits that Unicode does not decompose, and rows of Ethiopic letters that sound alike in Amharic.
 */
const RUNS: [number, number, string][] = [
  [0x1f150, 0x1f169, 'a'],
  [0x1f170, 0x1f189, 'a'],
  [0x1f1e6, 0x1f1ff, 'a'],
  [0x2776, 0x277e, '1'],
  [0x2780, 0x2788, '1'],
  [0x278a, 0x2792, '1'],
  [0x24f5, 0x24fd, '1'],
  [0x1210, 0x1217, 'ሀ'],
  [0x1280, 0x1286, 'ሀ'],
  [0x1220, 0x1227, 'ሰ'],
  [0x12d0, 0x12d6, 'አ'],
  [0x1340, 0x1347, 'ጸ'],
];

/** Character → what it folds to, of characters that are already decomposed. */
export const LOOKALIKES: ReadonlyMap<string, string> = lookalikes();

function lookalikes(): Map<string, string> {
  const map = new Map<string, string>();
  for (const [plain, letters] of Object.entries(SKELETONS)) {
    for (const letter of letters) if (!map.has(letter)) map.set(letter, plain);
  }
  for (const [first, last, plain] of RUNS) {
    for (let point = first; point <= last; point++) {
      const letter = String.fromCodePoint(point);
      if (!map.has(letter))
        map.set(letter, String.fromCharCode(plain.charCodeAt(0) + point - first));
    }
  }
  for (const [sign, plain] of Object.entries(SIGNS)) map.set(sign, plain);
  map.set('❿', '10').set('➉', '10').set('➓', '10').set('⓿', '0').set('⓾', '10');
  for (let i = 0; i < TRADITIONAL.length; i++) map.set(TRADITIONAL[i]!, SIMPLIFIED[i]!);
  return map;
}
