/** Requests to the hub, signed by the volunteer's key: HTTP Message Signatures (RFC 9421). */
import { createSignature, webcrypto } from 'http-message-sig';
import { SIGNED_COMPONENTS } from '#schema/hub.ts';

/** An Ed25519 key pair, and its public half in base64url, by which the hub knows the volunteer. */
export interface VolunteerKey {
  readonly id: string;
  readonly privateKey: CryptoKey;
}

/** A new key, which can't be taken out of this browser. */
export async function makeVolunteerKey(): Promise<VolunteerKey> {
  const pair = await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']);
  const publicKey = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const id = base64(publicKey).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  return { id, privateKey: pair.privateKey };
}

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

/** A request that says who sends it and what, and nothing of when. */
export async function signedRequest(
  method: 'GET' | 'POST' | 'DELETE',
  url: string,
  { id, privateKey }: VolunteerKey,
  json?: string,
): Promise<Request> {
  const body = new TextEncoder().encode(json ?? '');
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', body));
  const headers = new Headers({ 'Content-Digest': `sha-256=:${base64(digest)}:` });
  const signer = webcrypto.signer(privateKey);
  const { signature, signatureInput } = await createSignature(
    {
      kind: 'request',
      method,
      targetUri: url,
      fields: [...headers].map(([name, value]) => ({ name, value })),
    },
    { components: SIGNED_COMPONENTS, parameters: { alg: signer.algorithm, keyid: id }, signer },
  );
  headers.set('Signature', signature);
  headers.set('Signature-Input', signatureInput);
  if (json !== undefined) headers.set('Content-Type', 'application/json');
  return new Request(url, {
    method,
    headers,
    ...(json === undefined ? {} : { body: json }),
    // Nothing of the reader goes along, and no other address is believed.
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    redirect: 'error',
    cache: 'no-store',
  });
}
