/**
 * Builds the double array. Phrases that end alike share their ends: a node is written once,
 * however many beginnings lead to it, and the rest of a lone phrase is a tail, written once too.
 * A line such as `(a|b|c) {2} (x|y|z)` so costs six ends, not nine.
 */

import type { Steps } from '../steps.ts';
import {
  ANY_ENDING,
  END,
  GAP,
  HAS_ANY_ENDING,
  HAS_END,
  HAS_GAP,
  INDEX,
  IS_TAIL,
  MAX_GAP_CODE,
} from './codes.ts';
import { PhraseError } from './errors.ts';
import { Slots } from './slots.ts';

export interface Trie {
  /** Two words a slot: what it leads to (index and flags), and the code that leads to it. */
  slots: Int32Array;
  /** Codes up to END, then the index into the lists of values, in two halves. */
  tails: Uint16Array;
}

/** Down to this depth the building of a node is left to steps; below, a node is one step. */
const IN_STEPS = 2;
/** Nodes laid out between two yields. */
const STEP = 256;
/** Down to this depth nodes are laid out level by level: texts visit these most. */
const BY_LEVEL = 3;

/** A branching node; what each code leads to is another node, or the word of a tail or an end. */
interface Node {
  id: number;
  codes: number[];
  targets: (Node | number)[];
  /** Index and flags, once the node has its place. */
  word: number | undefined;
}

/**
 * @param keys code strings in ascending order, no two alike, each with END at its end
 * @param lists for each key, the index of its list of values
 * @param alphabetSize room that the last node needs behind it
 */
export function* trieSteps(
  keys: readonly string[],
  lists: readonly number[],
  alphabetSize: number,
): Steps<Trie> {
  const tails = new Tails();
  const nodes = new Map<string, Node>();
  const slots = new Slots();
  const root = yield* nodeSteps(0, 0, keys.length);
  // The array of words is replaced as it grows: take it only when all have their place.
  const word = typeof root === 'number' ? root : yield* layOut(root, slots);
  slots.words[0] = word;

  const words = new Int32Array(2 * (slots.end + alphabetSize)).fill(-1);
  words.set(slots.words.subarray(0, 2 * slots.end));
  return { slots: words, tails: Uint16Array.from(tails.codes) };

  /** The node of `keys[from]` to `keys[to - 1]`, which are alike up to `depth`. */
  function nodeOf(depth: number, from: number, to: number): Node | number {
    if (to - from === 1) return tails.add(keys[from]!.slice(depth), lists[from]!);
    const codes: number[] = [];
    const targets: (Node | number)[] = [];
    for (let start = from; start < to; ) {
      const code = keys[start]!.charCodeAt(depth);
      const next = endOfRun(depth, start, to);
      codes.push(code);
      targets.push(code === END ? checkIndex(lists[start]!) : nodeOf(depth + 1, start, next));
      start = next;
    }
    return shared(codes, targets);
  }

  /** `nodeOf`, step by step. */
  function* nodeSteps(depth: number, from: number, to: number): Steps<Node | number> {
    if (depth > IN_STEPS || to - from === 1) {
      yield;
      return nodeOf(depth, from, to);
    }
    const codes: number[] = [];
    const targets: (Node | number)[] = [];
    for (let start = from; start < to; ) {
      const code = keys[start]!.charCodeAt(depth);
      const next = endOfRun(depth, start, to);
      codes.push(code);
      targets.push(
        code === END ? checkIndex(lists[start]!) : yield* nodeSteps(depth + 1, start, next),
      );
      start = next;
    }
    return shared(codes, targets);
  }

  /** One past the last key that has the same code at a depth. */
  function endOfRun(depth: number, start: number, to: number): number {
    const code = keys[start]!.charCodeAt(depth);
    let next = start + 1;
    while (next < to && keys[next]!.charCodeAt(depth) === code) next++;
    return next;
  }

  /** The node with these targets: the one that is there already, or a new one. */
  function shared(codes: number[], targets: (Node | number)[]): Node {
    const units: number[] = [];
    codes.forEach((code, i) => {
      const target = targets[i]!;
      // A word has at most 28 bits, so that the highest bit tells nodes from words.
      const number = typeof target === 'number' ? target : target.id | 0x80000000;
      units.push(code, number >>> 16, number & 0xffff);
    });
    const key = String.fromCharCode(...units);
    const node = nodes.get(key) ?? { id: nodes.size, codes, targets, word: undefined };
    nodes.set(key, node);
    return node;
  }
}

/** Gives every node its place and writes it; the word that leads to the root comes back. */
function* layOut(root: Node, slots: Slots): Steps<number> {
  const level: Node[] = [root];
  const order: Node[] = [];
  const depths = new Map([[root, 0]]);
  const deep: Node[] = [];
  const visit = (node: Node) => {
    order.push(node);
    node.word = checkIndex(slots.place(node.codes)) | flagsOf(node.codes);
    const depth = depths.get(node)! + 1;
    for (const target of node.targets.toReversed()) {
      if (typeof target === 'number' || depths.has(target)) continue;
      depths.set(target, depth);
      (depth < BY_LEVEL ? level : deep).push(target);
    }
  };
  for (let at = 0; at < level.length; at++) {
    visit(level[at]!);
    if (at % STEP === 0) yield;
  }
  for (let node = deep.pop(); node; node = deep.pop()) {
    visit(node);
    if (order.length % STEP === 0) yield;
  }
  for (const [index, { codes, targets, word }] of order.entries()) {
    if (index % (8 * STEP) === 0) yield;
    const base = word! & INDEX;
    targets.forEach((target, i) => {
      slots.words[2 * (base + codes[i]!)] = typeof target === 'number' ? target : target.word!;
    });
  }
  return root.word!;
}

function flagsOf(codes: number[]): number {
  let flags = 0;
  for (const code of codes) {
    if (code === END) flags |= HAS_END;
    else if (code === ANY_ENDING) flags |= HAS_ANY_ENDING;
    else if (code > GAP && code <= MAX_GAP_CODE) flags |= HAS_GAP;
  }
  return flags;
}

/** The spelt ends of lone phrases, each written once. */
class Tails {
  readonly codes: number[] = [];
  readonly #known = new Map<string, number>();

  /** The word that leads to this rest of a phrase and its list of values. */
  add(rest: string, list: number): number {
    const key = `${list}:${rest}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const word = checkIndex(this.codes.length) | IS_TAIL;
    for (let i = 0; i < rest.length; i++) this.codes.push(rest.charCodeAt(i));
    this.codes.push(list & 0xffff, list >>> 16);
    this.#known.set(key, word);
    return word;
  }
}

function checkIndex(index: number): number {
  if (index > INDEX) throw new PhraseError('', 1, 'too many phrases for one set');
  return index;
}
