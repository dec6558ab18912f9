/** A mirror on this machine, and packages of the extension that trust it. */
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { makeDelta } from '#ruleset/bundle/delta.ts';
import { readIndicatorsText, writeIndicatorsText } from '#ruleset/bundle/indicators-text.ts';
import { Repository, TOP } from '#ruleset/tuf/testing/repository.ts';
import { deltaPath, fullPath, type Texts } from '#ruleset/update/texts.ts';
import type { Web } from '#tests/browser/harness/web.ts';

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');

/** The texts in the package. */
export const packaged: Texts = {
  rules: readFileSync('.output/ruleset/rules.txt', 'utf8'),
  indicators: readFileSync('.output/ruleset/indicators.txt', 'utf8'),
};

const numbered = (serial: number): string =>
  packaged.rules.replace(/"serial":\d+/, `"serial":${serial}`);

/** The packaged rules with a higher serial. */
export const withSerial = (serial: number): Texts => ({
  ...packaged,
  rules: numbered(serial),
});

/** The packaged rules with a higher serial, and one listed domain more. */
export function withListed(serial: number, domain: string): Texts {
  const source = readIndicatorsText(packaged.indicators);
  source.listings.test = {
    source: 'maintainers',
    reason: 'Asked applicants for a deposit.',
    case: 'LW-TEST-1',
    date: '2026-11-26',
    expires: '2099-01-01',
  };
  source.entries.push({ listing: 'test', type: 'domain', value: domain });
  return {
    rules: numbered(serial),
    indicators: writeIndicatorsText(source),
  };
}

const ORIGIN = 'https://rules.example';

/** Puts a mirror with an empty repository into the web. */
export function startMirror(web: Web) {
  const repository = new Repository();
  for (const role of TOP) repository[role].expires = '2099-01-01T00:00:00Z';
  repository.publishRoot();
  repository.publish();
  /** Answers anything else than files while it is set: a captive portal. */
  const state = { portal: false };
  const asked: { path: string; headers: Record<string, unknown> }[] = [];
  web.serveOrigin(ORIGIN, (request, response) => {
    const address = new URL(request.url ?? '/', ORIGIN).pathname;
    const path = decodeURIComponent(address).replace(/^\/(metadata|targets)\//, '');
    asked.push({ path, headers: request.headers });
    response.setHeader('Access-Control-Allow-Origin', '*');
    const bytes = state.portal
      ? Buffer.from('<!doctype html><title>Please log in</title>')
      : repository.files.get(path);
    response.statusCode = bytes ? 200 : 404;
    response.end(bytes);
  });

  const put = (path: string, text: string, custom: object) => {
    const bytes = gzipSync(text);
    const hash = sha256(bytes);
    repository.targets.targets[path] = { length: bytes.length, hashes: { sha256: hash }, custom };
    const slash = path.lastIndexOf('/') + 1;
    repository.write(`${path.slice(0, slash)}${hash}.${path.slice(slash)}`, bytes);
  };

  return {
    state,
    asked,
    /** Publishes texts with deltas from the packaged ones. */
    async publish(texts: Texts, serial: number): Promise<void> {
      for (const name of ['rules', 'indicators'] as const) {
        const content = { sha256: sha256(texts[name]), length: Buffer.byteLength(texts[name]) };
        put(fullPath(name), texts[name], { format: 1, minEngine: 0, serial, content });
        const base = sha256(packaged[name]);
        const delta = await makeDelta(packaged[name], texts[name]);
        put(deltaPath(name, base), delta, { base: { sha256: base }, result: content });
      }
      repository.publish();
    },
    /**
     * A copy of the built extension that trusts this mirror alone.
     * @param manifest what is different in its manifest, for grants that a reader would press for
     */
    packageFor(built: string, manifest: object = {}): string {
      const folder = mkdtempSync(join(tmpdir(), 'lurewatch-package-'));
      cpSync(built, folder, { recursive: true });
      const root = Buffer.from(repository.files.get('1.root.json')!).toString('base64');
      const trust = { mirrors: [ORIGIN], checkMinutes: 60, root };
      writeFileSync(join(folder, 'trust.json'), JSON.stringify(trust));
      const file = join(folder, 'manifest.json');
      const own = JSON.parse(readFileSync(file, 'utf8'));
      writeFileSync(file, JSON.stringify({ ...own, ...manifest }));
      return folder;
    },
  };
}
