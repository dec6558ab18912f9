import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { NOTICES, notices } from './notices.ts';

it('the notices are those of the packages installed', () => {
  expect(readFileSync(NOTICES, 'utf8')).toBe(notices());
});

it('every runtime dependency has its notice', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const text = notices();
  for (const name of Object.keys(dependencies)) expect(text).toContain(`\n${name} `);
});
