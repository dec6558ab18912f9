import type { IndicatorType, Listing } from '#schema/listing.ts';
import type { IndicatorsSource } from '#schema/ruleset.ts';
import type { Format } from './formats.ts';
import { mispEvent, writeMisp } from './misp.ts';
import { writeAbp, writeHosts, writePlain } from './plain.ts';
import { stixBundle, writeStix } from './stix.ts';

/** A listed party, and the kind of risk where it is known. */
export interface Listed {
  readonly type: IndicatorType;
  readonly value: string;
  readonly listing: Listing;
  readonly scheme?: string;
}

/**
 * Listed parties of the rules in a format.
 * @param source name of the list whose parties are written, or `all`
 * @param date ISO 8601 day of the rules
 */
export function writeList(
  { listings, entries }: IndicatorsSource,
  format: Format,
  source: string,
  date: string,
): Written {
  const chosen = entries
    .map(({ listing, type, value }) => ({ type, value, listing: listings[listing]! }))
    .filter(({ listing }) => source === 'all' || listing.source === source);
  return writeParties(chosen, format, date);
}

export interface Written {
  readonly text: string;
  /** How many parties the format has no way to write. */
  readonly missing: number;
}

/** Parties in a format, in an order of their own. @param date ISO 8601 day */
export function writeParties(parties: readonly Listed[], format: Format, date: string): Written {
  const sorted = [...parties].sort((a, b) =>
    `${a.type} ${a.value}` < `${b.type} ${b.value}` ? -1 : 1,
  );
  if (format === 'misp' || format === 'stix') {
    const write = format === 'misp' ? writeMisp : writeStix;
    const objects = sorted.flatMap((one) => write(one, one.listing, one.scheme) ?? []);
    const whole = format === 'misp' ? mispEvent(objects, date) : stixBundle(objects, date);
    return { text: `${JSON.stringify(whole, null, 2)}\n`, missing: sorted.length - objects.length };
  }
  const write = { hosts: writeHosts, plain: writePlain, abp: writeAbp }[format];
  const lines = sorted.flatMap((one) => write(one) ?? []);
  const head = `${format === 'abp' ? '!' : '#'} Parties listed by Lurewatch, ${date}`;
  return { text: `${[head, ...lines].join('\n')}\n`, missing: sorted.length - lines.length };
}
