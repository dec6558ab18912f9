import { describe, expect, it } from 'vitest';
import { matchShort } from './shapes.ts';

describe('matchShort', () => {
  it('gives the first group that matched, else the whole match, else nothing', () => {
    expect(matchShort(/a=(\d+)|b=(\d+)/, 'x b=7')).toBe('7');
    expect(matchShort(/\d+/, 'x 7')).toBe('7');
    expect(matchShort(/\d+/, 'x')).toBe('');
  });

  it('looks at the beginning only', () => {
    expect(matchShort(/7/, `${'x'.repeat(3_000)}7`)).toBe('');
  });
});
