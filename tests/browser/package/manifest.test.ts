/** Permissions change only on purpose: the built manifests are compared with a recorded list. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

describe.each(['chrome', 'firefox'])('the %s manifest', (browser) => {
  const manifest = read(`.output/${browser}-mv3/manifest.json`);

  it('asks for what is recorded and nothing else', async () => {
    const { version: _, ...rest } = manifest;
    await expect(`${JSON.stringify(rest, null, 2)}\n`).toMatchFileSnapshot(
      `manifest.${browser}.json`,
    );
  });

  it('never requires all sites, exposes nothing to pages and talks to no other extension', () => {
    const required = [
      ...(manifest.host_permissions ?? []),
      ...manifest.content_scripts.flatMap((script: { matches: string[] }) => script.matches),
    ];
    expect(required.filter((pattern: string) => /<all_urls>|:\/\/\*\/|^\*:/.test(pattern))).toEqual(
      [],
    );
    expect(manifest.web_accessible_resources ?? []).toEqual([]);
    expect(manifest.externally_connectable).toBeUndefined();
  });

  it('has every permission and host explained in docs/permissions.md', () => {
    const explained = readFileSync('docs/permissions.md', 'utf8');
    const hosts = manifest.content_scripts.flatMap(
      (script: { matches: string[] }) => script.matches,
    );
    const asked = [...manifest.permissions, ...manifest.optional_host_permissions, ...hosts];
    expect(asked.filter((permission: string) => !explained.includes(`\`${permission}\``))).toEqual(
      [],
    );
  });
});
