/**
 * Builds the double array. Phrases that end alike share their ends: a node is written once,
 * however many beginnings lead to it, so that a line such as `(a|b|c) {2} (x|y|z)` costs six ends and
 * not nine. Where a way does not branch it is spelt in the tails, a third of the bytes.
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
  MAX_GAP_CODE,
} from './codes.ts';
import { Slots } from './slots.ts';
import { checkIndex, tailSteps } from './tails.ts';
import { type Node, Tail, type Target, type Way } from './ways.ts';

export interface Trie {
  /** What each slot leads to: index and flags. Slot 0 leads to the root. */
  slots: Int32Array;
  /** The code that leads to each slot. */
  checks: Uint16Array;
  /** Codes up to END, then the index into the lists of values; or up to GO_ON, then a slot's word. */
  tails: Uint16Array;
}

/** Down to this depth the building of a node is left to steps; below, a node is one step. */
const IN_STEPS = 2;
/** Nodes laid out between two yields. */
const STEP = 256;
/** Down to this depth nodes are laid out level by level: texts visit these most. */
const BY_LEVEL = 3;

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
  const tails = new Map<string, Tail>();
  const nodes = new Map<string, Node>();
  const root = settled(yield* nodeSteps(0, 0, keys.length));
  const slots = new Slots();
  const order = yield* placed(root, slots);
  const spelt = yield* tailSteps(tails.values());
  const wordOf = (target: Target): number =>
    typeof target === 'number' ? target : (target.word ?? 0);
  for (const [index, { codes, targets, word }] of order.entries()) {
    if (index % (8 * STEP) === 0) yield;
    const base = word! & INDEX;
    targets.forEach((target, i) => {
      slots.words[base + codes[i]!] = wordOf(target);
    });
  }
  slots.words[0] = wordOf(root);
  // Behind the last slot there is room for any code.
  const size = slots.end + alphabetSize;
  const words = new Int32Array(size);
  words.set(slots.words.subarray(0, slots.end));
  const checks = new Uint16Array(size).fill(0xffff);
  checks.set(slots.checks.subarray(0, slots.end));
  return { slots: words, checks, tails: spelt };

  /** What `keys[from]` to `keys[to - 1]`, which are alike up to `depth`, go on with. */
  function nodeOf(depth: number, from: number, to: number): Way {
    if (to - from === 1) return lone(depth, from);
    const codes: number[] = [];
    const ways: Way[] = [];
    for (let start = from; start < to; ) {
      const code = keys[start]!.charCodeAt(depth);
      const next = endOfRun(depth, start, to);
      codes.push(code);
      ways.push(code === END ? checkIndex(lists[start]!) : nodeOf(depth + 1, start, next));
      start = next;
    }
    return joined(codes, ways);
  }

  /** `nodeOf`, step by step. */
  function* nodeSteps(depth: number, from: number, to: number): Steps<Way> {
    if (depth > IN_STEPS || to - from === 1) {
      yield;
      return nodeOf(depth, from, to);
    }
    const codes: number[] = [];
    const ways: Way[] = [];
    for (let start = from; start < to; ) {
      const code = keys[start]!.charCodeAt(depth);
      const next = endOfRun(depth, start, to);
      codes.push(code);
      ways.push(
        code === END ? checkIndex(lists[start]!) : yield* nodeSteps(depth + 1, start, next),
      );
      start = next;
    }
    return joined(codes, ways);
  }

  /** A key with which no other goes on. */
  function lone(depth: number, at: number): Way {
    return { rest: keys[at]!.slice(depth, -1), end: checkIndex(lists[at]!) };
  }

  /** One past the last key that has the same code at a depth. */
  function endOfRun(depth: number, start: number, to: number): number {
    const code = keys[start]!.charCodeAt(depth);
    let next = start + 1;
    while (next < to && keys[next]!.charCodeAt(depth) === code) next++;
    return next;
  }

  /** One way on is longer by a code; several are a node. */
  function joined(codes: number[], ways: Way[]): Way {
    const [way] = ways;
    if (codes.length !== 1 || typeof way === 'number') return shared(codes, ways.map(settled));
    const code = String.fromCharCode(codes[0]!);
    return 'rest' in way! ? { rest: code + way.rest, end: way.end } : { rest: code, end: way! };
  }

  /** A way that gets no longer: a tail, or a node where that takes less room. */
  function settled(way: Way): Target {
    if (typeof way === 'number' || !('rest' in way)) return way;
    const { rest, end } = way;
    if (typeof end !== 'number' && rest.length === 1) return shared([rest.charCodeAt(0)], [end]);
    const key = `${nameOf(end)}:${rest}`;
    const tail = tails.get(key) ?? new Tail(tails.size, rest, end);
    tails.set(key, tail);
    return tail;
  }

  /** The node with these targets: the one that is there already, or a new one. */
  function shared(codes: number[], targets: Target[]): Node {
    const key = codes.map((code, i) => `${code}${nameOf(targets[i]!)}`).join();
    const node = nodes.get(key) ?? { id: nodes.size, codes, targets, word: undefined };
    nodes.set(key, node);
    return node;
  }
}

const nameOf = (target: Target): string => {
  if (typeof target === 'number') return `=${target}`;
  return `${target instanceof Tail ? 't' : 'n'}${target.id}`;
};

/** Gives every node its place; returns them in the order in which they stand. */
function* placed(root: Target, slots: Slots): Steps<Node[]> {
  const level: Node[] = [];
  const order: Node[] = [];
  const depths = new Map<Node, number>();
  const deep: Node[] = [];
  const find = (target: Target, depth: number) => {
    const node = target instanceof Tail ? target.end : target;
    if (typeof node === 'number' || depths.has(node)) return;
    depths.set(node, depth);
    (depth < BY_LEVEL ? level : deep).push(node);
  };
  const visit = (node: Node) => {
    order.push(node);
    node.word = checkIndex(slots.place(node.codes)) | flagsOf(node.codes);
    for (const target of node.targets.toReversed()) find(target, depths.get(node)! + 1);
  };
  find(root, 0);
  for (let at = 0; at < level.length; at++) {
    visit(level[at]!);
    if (at % STEP === 0) yield;
  }
  for (let node = deep.pop(); node; node = deep.pop()) {
    visit(node);
    if (order.length % STEP === 0) yield;
  }
  return order;
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
