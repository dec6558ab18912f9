/** JSON without its loopholes: what two readers could understand differently is refused. */
import { UpdateError } from './errors.ts';

/** Strings, numbers and what opens, parts and closes; the text is known to be JSON. */
const TOKENS = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|[{}[\],:]/gs;

/**
 * Parses UTF-8 JSON.
 * @throws {UpdateError} `not-an-update` for what is no JSON object; `bad-metadata` for a key that
 * stands twice in an object, and for whole numbers beyond 2^53, of which digits would be lost
 */
export function parseStrictly(bytes: Uint8Array): Record<string, unknown> {
  let text: string;
  let value: unknown;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    value = JSON.parse(text);
  } catch {
    throw new UpdateError('not-an-update', 'not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new UpdateError('not-an-update', 'not a JSON object');
  refuseLoopholes(text);
  return value as Record<string, unknown>;
}

function refuseLoopholes(text: string): void {
  /** Keys of the objects that are open; `undefined` for an array. */
  const open: (Set<string> | undefined)[] = [];
  let last = '';
  for (const [token] of text.matchAll(TOKENS)) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(undefined);
    else if (token === '}' || token === ']') open.pop();
    else if (token === ':') addKey(open.at(-1), JSON.parse(last));
    else if (/^-?\d+$/.test(token) && !Number.isSafeInteger(Number(token)))
      throw new UpdateError('bad-metadata', `a number of too many digits: ${token.slice(0, 40)}`);
    last = token;
  }
}

function addKey(keys: Set<string> | undefined, key: string): void {
  if (keys?.has(key)) throw new UpdateError('bad-metadata', `a key stands twice: ${key}`);
  keys?.add(key);
}
