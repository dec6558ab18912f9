import type { IndicatorsSource } from '#schema/ruleset.ts';
import type { Format } from './formats.ts';
import { mispEvent, writeMisp } from './misp.ts';
import { writeAbp, writeHosts, writePlain } from './plain.ts';
import { stixBundle, writeStix } from './stix.ts';

/**
 * Listed parties in a format.
 * @param source name of the list whose parties are written, or `all`
 * @param date ISO 8601 day of the rules
 * @returns the text, and how many parties the format has no way to write
 */
export function writeList(
  { listings, entries }: IndicatorsSource,
  format: Format,
  source: string,
  date: string,
): { text: string; missing: number } {
  const chosen = entries
    .map(({ listing, type, value }) => ({ type, value, listing: listings[listing]! }))
    .filter(({ listing }) => source === 'all' || listing.source === source)
    .sort((a, b) => (`${a.type} ${a.value}` < `${b.type} ${b.value}` ? -1 : 1));
  if (format === 'misp' || format === 'stix') {
    const write = format === 'misp' ? writeMisp : writeStix;
    const objects = chosen.flatMap((one) => write(one, one.listing) ?? []);
    const whole = format === 'misp' ? mispEvent(objects, date) : stixBundle(objects, date);
    return { text: `${JSON.stringify(whole, null, 2)}\n`, missing: chosen.length - objects.length };
  }
  const write = { hosts: writeHosts, plain: writePlain, abp: writeAbp }[format];
  const lines = chosen.flatMap((one) => write(one) ?? []);
  const head = `${format === 'abp' ? '!' : '#'} Parties listed by Lurewatch, ${date}`;
  return { text: `${[head, ...lines].join('\n')}\n`, missing: chosen.length - lines.length };
}
