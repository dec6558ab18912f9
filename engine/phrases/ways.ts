/** What a walk goes on with while the double array is built. */
import { END, GO_ON } from './codes.ts';

/** A branching node. Each code leads to another one, to a tail, or (END) to a list of values. */
export interface Node {
  id: number;
  codes: number[];
  targets: Target[];
  /** Index and flags, once the node has its place. */
  word: number | undefined;
}
export type Target = Node | Tail | number;
/** What goes on without a branch may still get longer, from its end on. */
export type Way = Node | number | Pick<Tail, 'rest' | 'end'>;

/** A way that does not branch: the codes, and what stands at their end. */
export class Tail {
  readonly id: number;
  readonly rest: string;
  /** A list of values, or the node at which the walk goes on. */
  readonly end: Node | number;
  /** Index and flag, once it is spelt. */
  word: number | undefined;

  constructor(id: number, rest: string, end: Node | number) {
    this.id = id;
    this.rest = rest;
    this.end = end;
  }

  /** As it is spelt: the sign behind the codes, and a number in two halves. */
  get spelling(): string {
    const { rest, end } = this;
    const [sign, number] = typeof end === 'number' ? [END, end] : [GO_ON, end.word!];
    return rest + String.fromCharCode(sign, number & 0xffff, number >>> 16);
  }
}
