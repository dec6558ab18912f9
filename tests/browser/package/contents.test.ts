/** What store reviewers look for in the package, looked for first (docs/permissions.md). */
import { globSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Code made from text: forbidden by both stores and by the extension's own security policy. */
const codeFromText = /\bnew Function\b|\beval\(|\bimportScripts\(|setTimeout\(\s*["'`]/;

/** Addresses that the bundled libraries name in comments and messages; none is ever fetched. */
const namedOnly = new Set([
  'http://www.w3.org/1998/Math/MathML',
  'http://www.w3.org/1999/xhtml',
  'http://www.w3.org/2000/svg',
]);

describe.each(['chrome', 'firefox'])('the %s package', (browser) => {
  const folder = `.output/${browser}-mv3`;
  const scripts = globSync(`${folder}/**/*.js`);

  it('holds scripts at all', () => {
    expect(scripts.length).toBeGreaterThan(3);
  });

  it.each(scripts)('%s makes no code from text', (file) => {
    expect(readFileSync(file, 'utf8').match(codeFromText)?.[0]).toBeUndefined();
  });

  it.each(scripts)('%s loads no script from elsewhere', (file) => {
    const addresses = readFileSync(file, 'utf8').match(/https?:\/\/[\w.-]+\/[^\s"'`\\)]*/g) ?? [];
    const scriptAddresses = addresses.filter(
      (url) => !namedOnly.has(url) && /\.(js|mjs|wasm)\b/.test(url),
    );
    expect(scriptAddresses).toEqual([]);
  });

  it('carries ruleset and catalogues', () => {
    expect(statSync(`${folder}/ruleset.bin`).size).toBeGreaterThan(10_000);
    expect(globSync(`${folder}/locales/*.json`).length).toBeGreaterThanOrEqual(25);
  });
});
