import { expect, it } from 'vitest';
import { guessCountry } from './country.ts';

it.each([
  ['Asia/Kuala_Lumpur', 'en-US', 'MY'],
  ['Asia/Calcutta', 'en', 'IN'],
  ['Europe/Lisbon', 'pt-PT', 'PT'],
  ['UTC', 'es', undefined],
  ['America/Mexico_City', 'es-419', undefined],
  ['constructor', '%%', undefined],
])('guesses from %s and %s: %s', (zone, language, country) => {
  expect(guessCountry(zone, language)).toBe(country);
});
