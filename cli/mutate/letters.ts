/** Letters of a word exchanged for others that a reader takes for the same. */
import { isPlainLatin, wordMutation } from './mutation.ts';
import type { Random } from './random.ts';

const TO_CYRILLIC = pairs('aа cс eе iі jј oо pр sѕ xх yу AА BВ CС EЕ HН IІ KК MМ OО PР TТ XХ YУ');
const TO_GREEK = pairs('oο vν AΑ BΒ EΕ HΗ IΙ KΚ MΜ NΝ OΟ PΡ TΤ XΧ ZΖ');
const TO_LATIN = pairs('аa сc еe іi оo рp хx уy АA ВB СC ЕE НH КK МM ОO РP ТT ХX');
const LEET: Record<string, string> = { a: '@4', e: '3', i: '1!', l: '1', o: '0', s: '$5', t: '7' };
const TWINS: Record<string, string> = { l: 'I', I: 'l' };

function pairs(list: string): Record<string, string> {
  return Object.fromEntries(list.split(' ').map((pair) => [pair[0]!, pair[1]!]));
}

/** Exchanges about half of the letters that have a twin, at least one. */
function exchange(word: string, twins: Record<string, string>, random: Random): string {
  const chars = [...word];
  const places = chars.flatMap((char, index) => (Object.hasOwn(twins, char) ? [index] : []));
  for (const place of random.sample(places, Math.ceil(places.length / 2)))
    chars[place] = random.pick([...twins[chars[place]!]!]);
  return chars.join('');
}

const has = (word: string, twins: Record<string, string>): boolean =>
  word.length >= 3 && [...word].some((char) => Object.hasOwn(twins, char));

/** For the Latin letters in either case. */
const lowered = (word: string): string =>
  [...word].some((char) => Object.hasOwn(LEET, char)) ? word : word.toLowerCase();

export const lookalikes = wordMutation({
  id: 'lookalikes',
  says: 'Latin letters exchanged for Cyrillic or Greek twins, Cyrillic ones for Latin twins',
  takes: (word) => [TO_CYRILLIC, TO_GREEK, TO_LATIN].some((twins) => has(word, twins)),
  edit(word, random) {
    if (has(word, TO_LATIN)) return exchange(word, TO_LATIN, random);
    return exchange(word, random.pick([TO_CYRILLIC, TO_GREEK].filter((t) => has(word, t))), random);
  },
});

export const twins = wordMutation({
  id: 'twins',
  says: 'a capital I for a small l, and the other way round',
  takes: (word) => isPlainLatin(word) && has(word, TWINS),
  edit: (word, random) => exchange(word, TWINS, random),
});

export const leet = wordMutation({
  id: 'leet',
  says: 'digits and signs for letters: j0b, s@lary, $alary, h1gh',
  takes: (word) => isPlainLatin(word) && has(word.toLowerCase(), LEET),
  edit: (word, random) => exchange(lowered(word), LEET, random),
});

export const repeated = wordMutation({
  id: 'repeated',
  says: 'a letter written three to five times: jobbb, hiiigh',
  takes: (word) => /^[\p{sc=Latn}\p{sc=Cyrl}]{3,}$/u.test(word),
  edit(word, random) {
    const chars = [...word];
    const place = random.pick([chars.length - 1, random.below(chars.length - 1) + 1]);
    chars[place] = chars[place]!.repeat(random.below(3) + 3);
    return chars.join('');
  },
});

export const capitals = wordMutation({
  id: 'capitals',
  says: 'words in capitals, or in cApItAlS by turns',
  takes: (word) => word.length >= 2 && word.toUpperCase() !== word.toLowerCase(),
  edit(word, random) {
    if (random.below(2) === 0) return word.toUpperCase();
    const chars = [...word];
    return chars.map((c, i) => (i % 2 === 1 ? c.toUpperCase() : c.toLowerCase())).join('');
  },
});
