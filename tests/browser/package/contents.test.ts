/** What store reviewers look for in the package, looked for first (docs/permissions.md). */
import { globSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Code made from text: forbidden by both stores and by the extension's own security policy. */
const codeFromText = /\bnew Function\b|\beval\(|\bimportScripts\(|setTimeout\(\s*["'`]/;

/** Hosts that the scripts name without ever asking them: XML namespaces, links in Dexie's messages. */
const namedHosts = ['bit.ly', 'tinyurl.com', 'www.w3.org'];

describe.each(['chrome', 'firefox'])('the %s package', (browser) => {
  const folder = `.output/${browser}-mv3`;
  const scripts = globSync(`${folder}/**/*.js`);

  it('holds scripts at all', () => {
    expect(scripts.length).toBeGreaterThan(3);
  });

  it.each(scripts)('%s makes no code from text', (file) => {
    expect(readFileSync(file, 'utf8').match(codeFromText)?.[0]).toBeUndefined();
  });

  it('names no address beyond the known ones', () => {
    const hosts = scripts.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/https?:\/\/([\w.-]+)/g)].map(([, host]) => host!),
    );
    expect([...new Set(hosts)].sort()).toEqual(namedHosts);
  });

  it('carries ruleset and catalogues', () => {
    expect(statSync(`${folder}/ruleset.bin`).size).toBeGreaterThan(10_000);
    expect(globSync(`${folder}/locales/*.json`).length).toBeGreaterThanOrEqual(25);
  });
});
