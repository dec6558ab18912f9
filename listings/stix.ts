/** Bundles of STIX 2.1: indicators, by their patterns. */
import type { IndicatorType, Listing } from '#schema/listing.ts';
import { z } from '#schema/zod.ts';
import { ListError, type Parsed, type Party, party, schemeTag } from './party.ts';
import { readPlain } from './plain.ts';
import { uuidOf } from './uuid.ts';

const Bundle = z.object({
  type: z.literal('bundle'),
  objects: z.array(z.looseObject({ type: z.string() })),
});
const Indicator = z.object({
  pattern: z.string(),
  pattern_type: z.string(),
  revoked: z.optional(z.boolean()),
  valid_until: z.optional(z.string()),
});

/** Messengers, as `account_type` of a user account (an open vocabulary). */
const ACCOUNTS: readonly IndicatorType[] = ['telegram', 'whatsapp', 'line', 'wechat', 'zalo'];

/**
 * @param today ISO 8601; indicators that ended before are left
 * @throws {ListError} for what is no bundle
 */
export function readStix(content: unknown, today: string): Parsed {
  const parsed = z.safeParse(Bundle, content);
  if (!parsed.success) throw new ListError('no bundle of STIX 2.1');
  const parties: Party[] = [];
  const left: { at: string; text: string }[] = [];
  parsed.data.objects.forEach((object, number) => {
    if (object.type !== 'indicator') return;
    const at = `object ${number + 1}`;
    const indicator = z.safeParse(Indicator, object);
    if (!indicator.success) {
      left.push({ at, text: 'an indicator without a pattern' });
      return;
    }
    const {
      pattern,
      pattern_type: language,
      revoked = false,
      valid_until: end = '9999',
    } = indicator.data;
    const found = language === 'stix' && !revoked && end > today ? partiesOf(pattern) : undefined;
    if (found) parties.push(...found);
    else left.push({ at, text: pattern });
  });
  return { parties, left };
}

/** `[a = 'x' OR b = 'y'] OR [c = 'z']`; undefined for a pattern of another shape. */
function partiesOf(pattern: string): Party[] | undefined {
  const parties: Party[] = [];
  const terms = pattern.split(/'((?:[^'\\]|\\.)*)'/);
  // Strings stand at odd places now, so that what joins them holds no quotes.
  const shape = terms
    .map((term, index) => (index % 2 === 0 ? term.replace(/\s+/g, ' ') : '?'))
    .join('');
  const values = terms
    .filter((_, index) => index % 2 === 1)
    .map((text) => text.replace(/\\(.)/g, '$1'));
  let at = 0;
  for (const observation of shape.split(/(?<=\]) OR (?=\[)/)) {
    const inner = /^\s*\[(.*)\]\s*$/.exec(observation)?.[1];
    if (inner === undefined || /[[\]()]/.test(inner)) return undefined;
    for (const comparison of inner.split(' OR ')) {
      const count = comparison.split('?').length - 1;
      const found = partyOf(comparison.trim(), values.slice(at, at + count));
      if (!found) return undefined;
      parties.push(found);
      at += count;
    }
  }
  return parties;
}

function partyOf(comparison: string, [first = '', second = '']: string[]): Party | undefined {
  switch (comparison) {
    case 'domain-name:value = ?':
    case 'url:value = ?':
      return readPlain(first).parties[0];
    case 'email-addr:value = ?':
      return party('email', first);
    case 'user-account:account_type = ? AND user-account:account_login = ?':
      return ACCOUNTS.includes(first as IndicatorType)
        ? party(first as IndicatorType, second)
        : undefined;
    default:
      return undefined;
  }
}

const quoted = (text: string): string => `'${text.replace(/['\\]/g, '\\$&')}'`;

function patternOf({ type, value }: Party): string | undefined {
  if (type === 'domain') return `[domain-name:value = ${quoted(value)}]`;
  if (type === 'url') return `[url:value = ${quoted(`https://${value}`)}]`;
  if (type === 'email') return `[email-addr:value = ${quoted(value)}]`;
  if (!ACCOUNTS.includes(type)) return undefined;
  return `[user-account:account_type = ${quoted(type)} AND user-account:account_login = ${quoted(value)}]`;
}

const IDENTITY = `identity--${uuidOf('identity')}`;
const START = 'T00:00:00.000Z';

/** TLP:CLEAR as STIX 2.1 has it (there still `TLP:WHITE`), an object that every reader knows. */
const TLP_CLEAR = 'marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9';
/**
 * Two people looked at evidence and agreed: "high" on the scale of the Admiralty Code in STIX's
 * appendix on confidence.
 */
const CONFIDENCE = 85;

/**
 * An indicator; `undefined` for a party that STIX has no object for (phones, wallets).
 * @param scheme kind of risk, an id of the rules, where it is known
 */
export function writeStix(listed: Party, listing: Listing, scheme?: string): object | undefined {
  const pattern = patternOf(listed);
  if (pattern === undefined) return undefined;
  return {
    type: 'indicator',
    spec_version: '2.1',
    id: `indicator--${uuidOf(`${listed.type} ${listed.value}`)}`,
    created_by_ref: IDENTITY,
    created: `${listing.date}${START}`,
    modified: `${listing.date}${START}`,
    name: listed.value,
    description: listing.reason,
    indicator_types: ['malicious-activity'],
    pattern,
    pattern_type: 'stix',
    valid_from: `${listing.date}${START}`,
    valid_until: `${listing.expires}${START}`,
    confidence: CONFIDENCE,
    ...(scheme && { labels: [schemeTag(scheme)] }),
    object_marking_refs: [TLP_CLEAR],
    ...(listing.case && {
      external_references: [{ source_name: 'lurewatch', external_id: listing.case }],
    }),
  };
}

/** A bundle of indicators and who made them. @param date ISO 8601 day */
export const stixBundle = (indicators: readonly object[], date: string): object => ({
  type: 'bundle',
  id: `bundle--${uuidOf(`bundle ${date} ${indicators.length}`)}`,
  objects: [
    {
      type: 'identity',
      spec_version: '2.1',
      id: IDENTITY,
      created: `${date}${START}`,
      modified: `${date}${START}`,
      name: 'Lurewatch',
      identity_class: 'group',
    },
    ...indicators,
  ],
});
