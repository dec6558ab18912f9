/** Scripts by which a text shows where its readers live. */
const SCRIPTS: readonly (readonly [from: number, to: number, countries: string])[] = [
  [0x0400, 0x052f, 'RU UA BY KZ KG'],
  [0x0600, 0x06ff, 'AE SA QA KW BH OM EG MA PK IR'],
  [0x0900, 0x097f, 'IN NP'],
  [0x0980, 0x09ff, 'BD IN'],
  [0x0b80, 0x0bff, 'IN LK SG MY'],
  [0x0c00, 0x0d7f, 'IN'],
  [0x0d80, 0x0dff, 'LK'],
  [0x0e00, 0x0e7f, 'TH'],
  [0x0e80, 0x0eff, 'LA'],
  [0x1000, 0x109f, 'MM'],
  [0x1200, 0x137f, 'ET ER'],
  [0x1780, 0x17ff, 'KH'],
  [0x3040, 0x30ff, 'JP'],
  [0x4e00, 0x9fff, 'CN TW HK MO SG MY JP'],
  [0xac00, 0xd7a3, 'KR'],
];
/** Letters looked at, and the share of them that one script must have. */
const LOOKED_AT = 400;
const SHARE = 0.4;

/**
 * Countries whose own script most letters of a text are in; `undefined` for Latin letters, which
 * say nothing of a country, and for a mixture. Kana among Han make the text Japanese.
 */
export function countriesOf(text: string): readonly string[] | undefined {
  const counts = SCRIPTS.map(() => 0);
  let letters = 0;
  for (let at = 0; at < text.length && letters < LOOKED_AT; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x41 || (code > 0x7a && code < 0xc0)) continue;
    letters++;
    const script =
      code < 0x400 ? -1 : SCRIPTS.findIndex(([from, to]) => code >= from && code <= to);
    if (script >= 0) counts[script]!++;
  }
  const [kana, han] = [12, 13];
  if (counts[kana]! > 0.1 * counts[han]!) counts[kana]! += counts[han]!;
  const most = counts.indexOf(Math.max(...counts));
  return counts[most]! >= SHARE * letters && letters > 0 ? SCRIPTS[most]![2].split(' ') : undefined;
}
