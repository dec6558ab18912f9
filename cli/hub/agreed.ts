/** Checks that two maintainers' passkeys signed a listing, whatever the hub says. */
import { verifyAuthenticationResponse } from '@simplewebauthn/server';
import { agreedHash, THRESHOLD } from '#listings/agreed.ts';
import type { Agreements, Maintainers, PublicListing } from '#schema/review.ts';

type Decision = Agreements['decisions'][number];
type Assertion = Decision['assertions'][number];

/**
 * Listings without enough agreements, each with who did agree.
 * @param known passkeys that are believed; the hub's own word for its keys counts for nothing
 */
export async function unagreed(
  listings: readonly PublicListing[],
  { decisions }: Agreements,
  known: Maintainers,
): Promise<{ listing: PublicListing; by: string[] }[]> {
  const signers = new Map<Decision, string[]>();
  for (const decision of decisions) signers.set(decision, await signersOf(decision, known));
  return listings.flatMap((listing) => {
    const by = decisions
      .filter(({ content }) => names(content, listing))
      .map((decision) => signers.get(decision)!)
      .sort((a, b) => b.length - a.length)[0];
    return (by?.length ?? 0) >= THRESHOLD ? [] : [{ listing, by: by ?? [] }];
  });
}

const names = (content: Decision['content'], { type, value, reason, expires }: PublicListing) =>
  content.says === reason &&
  content.expires === expires &&
  content.parties.some((party) => party.type === type && party.value === value);

/** Different maintainers whose passkeys signed this very content. */
async function signersOf({ content, assertions }: Decision, known: Maintainers): Promise<string[]> {
  const hash = Buffer.from(agreedHash(content), 'hex');
  const found = await Promise.all(assertions.map((assertion) => signerOf(assertion, hash, known)));
  return [...new Set(found.filter((name) => name !== undefined))];
}

async function signerOf(
  { id, response }: Assertion,
  hash: Buffer,
  { origin, maintainers }: Maintainers,
): Promise<string | undefined> {
  const owner = maintainers.find(({ passkeys }) => passkeys.some((passkey) => passkey.id === id));
  const passkey = owner?.passkeys.find((one) => one.id === id);
  if (!owner || !passkey) return undefined;
  try {
    const { verified } = await verifyAuthenticationResponse({
      response: { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response },
      expectedChallenge: (challenge) =>
        Buffer.from(challenge, 'base64url').subarray(0, hash.length).equals(hash),
      expectedOrigin: origin,
      expectedRPID: new URL(origin).hostname,
      requireUserVerification: true,
      credential: {
        id,
        publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
        // How often a key was used is the hub's to watch: here old signatures are read.
        counter: 0,
      },
    });
    return verified ? owner.name : undefined;
  } catch {
    // A signature that does not hold, or is none, is nobody's.
    return undefined;
  }
}
