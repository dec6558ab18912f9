/** Ways that do not branch, each spelt once; one that ends like another lies inside it. */
import type { Steps } from '../steps.ts';
import { INDEX, IS_TAIL } from './codes.ts';
import { PhraseError } from './errors.ts';
import { sorted } from './keys.ts';
import type { Tail } from './ways.ts';

/** Tails between two yields. */
const STEP = 1_024;

/** Spells tails, whose nodes have their place by then, and tells each where it lies. */
export function* tailSteps(tails: Iterable<Tail>): Steps<Uint16Array> {
  const byReverse = new Map<string, Tail>();
  for (const tail of tails) {
    byReverse.set(reversed(tail.spelling), tail);
    if (byReverse.size % STEP === 0) yield;
  }
  const order = yield* sorted(byReverse.keys());
  let size = 0;
  // From the last on: what begins like the one behind it, backwards, ends like it.
  for (let at = order.length - 1, host = ''; at >= 0; at--) {
    const own = order[at]!;
    if (!host.startsWith(own)) {
      host = own;
      size += own.length;
    }
    if (at % STEP === 0) yield;
  }
  const codes = new Uint16Array(size);
  let end = 0;
  for (let at = order.length - 1, host = ''; at >= 0; at--) {
    const own = order[at]!;
    if (!host.startsWith(own)) {
      host = own;
      end += own.length;
      for (let i = 0; i < own.length; i++) codes[end - 1 - i] = own.charCodeAt(i);
    }
    byReverse.get(own)!.word = checkIndex(end - own.length) | IS_TAIL;
    if (at % STEP === 0) yield;
  }
  return codes;
}

function reversed(text: string): string {
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(text.length - 1 - i);
  return String.fromCharCode(...units);
}

export function checkIndex(index: number): number {
  if (index > INDEX) throw new PhraseError('', 1, 'too many phrases for one set');
  return index;
}
