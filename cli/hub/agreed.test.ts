import { expect, it } from 'vitest';
import { agreedContent, agreedHash } from '#listings/agreed.ts';
import { Agreements, type Maintainers, type PublicListing } from '#schema/review.ts';
import { unagreed } from './agreed.ts';
import { LISTED } from './testing/listed.ts';
import { makePasskey } from './testing/passkey.ts';

const ORIGIN = 'https://hub.example';
const CONTENT = agreedContent(LISTED.case, {
  action: 'list',
  parties: [{ type: LISTED.type, value: LISTED.value }],
  reason: 'confirmed-lure',
  says: LISTED.reason,
  expires: LISTED.expires,
  evidence: 'A report of the police of 20 November names it.',
});
const HASH = agreedHash(CONTENT);

const [amira, bela, chen] = [makePasskey(), makePasskey(), makePasskey()];
const known: Maintainers = {
  origin: ORIGIN,
  maintainers: [
    { name: 'Amira', passkeys: [amira, makePasskey()] },
    { name: 'Bela', passkeys: [bela] },
  ],
};

const unsigned = async (
  assertions: unknown[],
  content: object = CONTENT,
  listing: PublicListing = LISTED,
) => {
  const signed = Agreements.parse({ ...known, decisions: [{ content, assertions }] });
  return (await unagreed([listing], signed, known)).map(({ by }) => by);
};

it('takes what two maintainers signed', async () => {
  expect(await unsigned([amira.agree(HASH, ORIGIN), bela.agree(HASH, ORIGIN)])).toEqual([]);
});

it('keeps new evidence to the hub, and has it signed all the same', async () => {
  expect(JSON.stringify(CONTENT)).not.toContain('police');
  expect(agreedHash({ ...CONTENT, evidence: 'another' })).not.toBe(HASH);
});

it.each([
  ['nobody', () => []],
  ['one', () => [amira.agree(HASH, ORIGIN)]],
  ['one twice', () => [amira.agree(HASH, ORIGIN), amira.agree(HASH, ORIGIN)]],
  ['somebody unknown', () => [amira.agree(HASH, ORIGIN), chen.agree(HASH, ORIGIN)]],
  [
    'an unknown key under a known id',
    () => [amira.agree(HASH, ORIGIN), { ...chen.agree(HASH, ORIGIN), id: bela.id }],
  ],
  ['another content', () => [amira.agree(HASH, ORIGIN), bela.agree('00'.repeat(32), ORIGIN)]],
  ['another site', () => [amira.agree(HASH, ORIGIN), bela.agree(HASH, 'https://evil.example')]],
  [
    'a device that asked nobody',
    () => [amira.agree(HASH, ORIGIN), bela.agree(HASH, ORIGIN, false)],
  ],
])('refuses what is signed by %s', async (_, assertions) => {
  expect(await unsigned(assertions())).toHaveLength(1);
});

it.each([
  ['another party', { value: 'somebody_else' }],
  ['another reason', { reason: 'Said to be unfriendly.' }],
  ['another end', { expires: '2098-01-01' }],
])('refuses a listing with %s than was signed', async (_, change) => {
  const both = [amira.agree(HASH, ORIGIN), bela.agree(HASH, ORIGIN)];
  expect(await unsigned(both, CONTENT, { ...LISTED, ...change })).toEqual([[]]);
});

it('refuses content that was changed after it was signed', async () => {
  const both = [amira.agree(HASH, ORIGIN), bela.agree(HASH, ORIGIN)];
  const changed = { ...CONTENT, parties: [{ type: 'telegram', value: 'somebody_else' }] };
  expect(await unsigned(both, changed, { ...LISTED, value: 'somebody_else' })).toEqual([[]]);
});
