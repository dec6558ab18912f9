/** Builds the double array: branching nodes are slots, the rest of a lone phrase is a tail. */
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
  /** Two words a slot: index and flags, and the slot it belongs to. */
  slots: Int32Array;
  /** Codes up to END, then the index into the lists of values, in two halves. */
  tails: Uint16Array;
}

/** Down to this depth nodes are laid out level by level: texts visit these most. */
const BY_LEVEL = 3;

interface Node {
  slot: number;
  depth: number;
  /** Its phrases are `keys[from]` to `keys[to - 1]`. */
  from: number;
  to: number;
}

/**
 * @param keys code strings in ascending order, no two alike, each with END at its end
 * @param lists for each key, the index of its list of values
 * @param alphabetSize room that the last node needs behind it
 */
export function buildTrie(keys: string[], lists: number[], alphabetSize: number): Trie {
  const slots = new Slots();
  const tails: number[] = [];
  const nodes: Node[] = [{ slot: 0, depth: 0, from: 0, to: keys.length }];
  const deep: Node[] = [];
  for (let at = 0; at < nodes.length; at++) grow(nodes[at]!);
  while (deep.length > 0) grow(deep.pop()!);

  const words = new Int32Array(2 * (slots.end + alphabetSize)).fill(-1);
  words.set(slots.words.subarray(0, 2 * slots.end));
  return { slots: words, tails: Uint16Array.from(tails) };

  function grow(node: Node): void {
    if (node.to - node.from === 1) {
      slots.words[2 * node.slot] = spellTail(node) | IS_TAIL;
      return;
    }
    const children = branch(node);
    const codes = children.map((child) => child.slot);
    const base = slots.place(node.slot, codes);
    let flags = 0;
    for (const child of children.reverse()) {
      const code = child.slot;
      child.slot = base + code;
      if (code === END) {
        flags |= HAS_END;
        slots.words[2 * child.slot] = checkIndex(lists[child.from]!);
        continue;
      }
      if (code === ANY_ENDING) flags |= HAS_ANY_ENDING;
      if (code > GAP && code <= MAX_GAP_CODE) flags |= HAS_GAP;
      (child.depth < BY_LEVEL ? nodes : deep).push(child);
    }
    slots.words[2 * node.slot] = checkIndex(base) | flags;
  }

  /** The children of a node; `slot` holds their code until they are placed. */
  function branch(node: Node): Node[] {
    const children: Node[] = [];
    for (let from = node.from; from < node.to; ) {
      const code = keys[from]!.charCodeAt(node.depth);
      let to = from + 1;
      while (to < node.to && keys[to]!.charCodeAt(node.depth) === code) to++;
      children.push({ slot: code, depth: node.depth + 1, from, to });
      from = to;
    }
    return children;
  }

  function spellTail(node: Node): number {
    const at = tails.length;
    const key = keys[node.from]!;
    for (let i = node.depth; i < key.length; i++) tails.push(key.charCodeAt(i));
    const list = lists[node.from]!;
    tails.push(list & 0xffff, list >>> 16);
    return checkIndex(at);
  }
}

function checkIndex(index: number): number {
  if (index > INDEX) throw new PhraseError('', 1, 'too many phrases for one set');
  return index;
}
