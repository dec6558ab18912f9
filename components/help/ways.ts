import type { HelpAction } from '#schema/warning.ts';

/** One number, address or mailbox of a contact. */
export interface Way {
  /** As shown and copied. */
  readonly text: string;
  /** Absent where the value is not plainly what it should be: then it is text only. */
  readonly href?: string;
  /** What the source says beside a number, for instance "(from abroad)". */
  readonly note?: string;
}

function phone(entry: string): Way {
  const [, number = '', note = ''] = /^([+#*]?\(?\d[\d\s.-]*(?:\)[\d\s.-]*)?)?(.*)$/s.exec(entry)!;
  const text = number.trim();
  if (!text) return { text: entry };
  const href = `tel:${text.replace(/[^+\d#*]/g, '').replaceAll('#', '%23')}`;
  return { text, href, ...(note && { note: note.trim() }) };
}

/**
 * The ways to reach a contact. A source often gives several numbers in one line, parted by `;`,
 * with a note beside each; every number is dialled and copied by itself.
 */
export function waysOf({ kind, value }: HelpAction): Way[] {
  if (kind === 'call') return value.split(';').map((entry) => phone(entry.trim()));
  if (kind === 'write')
    return [{ text: value, ...(/^[\w.+-]+@[\w.-]+$/.test(value) && { href: `mailto:${value}` }) }];
  return [{ text: value, ...(/^https:\/\/[^\s"'<>]+$/.test(value) && { href: value }) }];
}

/** An address without the parts that say nothing to a reader. */
export const shortAddress = (text: string) =>
  text.replace(/^https:\/\/(www\.)?/, '').replace(/\/$/, '');
