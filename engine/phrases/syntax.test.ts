import { describe, expect, it } from 'vitest';
import { PhraseError } from './errors.ts';
import { expandPhrase } from './syntax.ts';

/** The phrases of a line, written out again. */
const written = (line: string) =>
  expandPhrase(line).map((pieces) =>
    pieces
      .map((piece) =>
        'gap' in piece ? `{${piece.gap}}` : piece.word + (piece.anyEnding ? '*' : ''),
      )
      .join(' '),
  );

describe('expandPhrase', () => {
  it.each([
    ['no experience needed', ['no experience needed']],
    ['(flight|air ticket) paid', ['flight paid', 'air ticket paid']],
    ['[very] high salary', ['high salary', 'very high salary']],
    ['[a] [b] c', ['c', 'b c', 'a c', 'a b c']],
    ['[a|b] c', ['c', 'a c', 'b c']],
    ['interview* now', ['interview* now']],
    ['hir(e|ing)* x', ['hire* x', 'hiring* x']],
    ['pay {3} before', ['pay {3} before']],
    ['招聘{3}客服', ['招聘 {3} 客服']],
    ['包(吃|住)', ['包吃', '包住']],
    ['a {2} [b {1}] c', ['a {2} c', 'a {2} b {1} c']],
    ['[a] [a] b', ['b', 'a b', 'a a b']],
    ['(a | a) b', ['a b']],
    [
      '(a|b) (c d|e) {2} (f|g)',
      [
        'a c d {2} f',
        'a c d {2} g',
        'a e {2} f',
        'a e {2} g',
        'b c d {2} f',
        'b c d {2} g',
        'b e {2} f',
        'b e {2} g',
      ],
    ],
  ])('%s', (line, phrases) => {
    expect(written(line)).toEqual(phrases);
  });

  it.each([
    ['', 1, 'begins with a word'],
    ['a (b|c', 3, 'never closed'],
    ['a b) c', 4, 'without a bracket'],
    ['a | b', 3, 'without a bracket'],
    ['a ([b] c|d)', 4, 'brackets inside brackets'],
    ['a (b) c', 3, 'needs a choice'],
    ['a (b|) c', 3, 'empty choice'],
    ['a [] c', 3, 'empty choice'],
    ['{3} a', 1, 'begins with a word'],
    ['a {3}', 3, 'ends with a word'],
    ['[a] {3} b', 5, 'begins with a word'],
    ['a {1} {2} b', 3, 'gap next to a gap'],
    ['a {7} b', 3, 'a gap is {1} to {6}'],
    ['a {0} b', 3, 'a gap is {1} to {6}'],
    ['a {x} b', 3, 'a number of words'],
    ['a {1} b {1} c {1} d', 3, 'at most 2 gaps'],
    ['a* *b', 2, 'end of a word'],
    ['a*b', 2, 'end of a word'],
    ['高薪*', 3, 'has no use'],
    ['(a|b|c|d|e) (a|b|c|d) (a|b|c|d) x', 23, 'at most 64'],
    ['x'.repeat(401), 401, 'at most 400'],
  ])('refuses "%s"', (line, column, fault) => {
    let error: unknown;
    try {
      expandPhrase(line);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(PhraseError);
    expect((error as PhraseError).column).toBe(column);
    expect((error as PhraseError).message).toContain(fault);
  });
});
