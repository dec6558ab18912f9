import { expect, it } from 'vitest';
import { createHandover } from './handover.ts';

it('hands a thing over by its id alone, again after a reload, the newest twenty only', () => {
  const handover = createHandover<number>();
  const ids = Array.from({ length: 21 }, (_, n) => handover.put(n));
  expect(new Set(ids).size).toBe(21);
  expect(handover.get(ids[20]!)).toBe(20);
  expect(handover.get(ids[20]!)).toBe(20);
  expect(handover.get(ids[1]!)).toBe(1);
  expect(handover.get(ids[0]!)).toBeUndefined();
  expect(handover.get('constructor')).toBeUndefined();
});
