import { expect, it } from 'vitest';
import { lightness } from './scheme.ts';

it.each([
  ['rgb(255, 255, 255)', 1],
  ['rgb(0, 0, 0)', 0],
  ['rgba(255, 255, 255, 0.9)', 1],
  ['oklch(0.2 0.01 260)', 0.2],
  ['oklab(0.9 0 0 / 0.8)', 0.9],
  ['lab(12 0 0)', 0.12],
  ['color(display-p3 1 1 1)', 1],
  ['color(srgb 0 0 0)', 0],
])('reads %s as %d', (color, expected) => {
  expect(lightness(color)).toBeCloseTo(expected, 2);
});

it.each(['rgba(0, 0, 0, 0)', 'transparent', 'color(srgb 1 1 1 / 0.2)', 'oklch(0.5 0 0 / 0)'])(
  'sees through %s',
  (color) => {
    expect(lightness(color)).toBeUndefined();
  },
);
