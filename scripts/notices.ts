/**
 * Writes `public/third-party-notices.txt`: the licences of everything that the package carries.
 * Run it after a bundled dependency was added or updated; a test holds the file to this script.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

export const NOTICES = 'public/third-party-notices.txt';

/** What is bundled, and the files that hold its licence, from `node_modules/`. */
const bundled = [
  { name: 'preact', files: ['preact/LICENSE'] },
  { name: '@tufjs/canonical-json', files: ['@tufjs/canonical-json/LICENSE'] },
  { name: 'dexie', files: ['dexie/NOTICE', 'dexie/LICENSE'] },
  { name: 'zod', files: ['zod/LICENSE'] },
  { name: 'http-message-sig', files: ['http-message-sig/LICENSE'] },
  { name: 'structured-headers', files: ['structured-headers/LICENSE'] },
  {
    name: 'tldts',
    files: ['tldts/LICENSE'],
    note: 'Carries the Public Suffix List, publicsuffix.org (MPL-2.0).',
  },
  { name: 'tldts-core', files: ['tldts-core/LICENSE'] },
  { name: 'webextension-polyfill', files: ['webextension-polyfill/LICENSE'] },
  {
    // The package holds no licence file; its author's polyfill module carries the same one.
    name: 'wxt',
    files: ['@wxt-dev/webextension-polyfill/LICENSE'],
    note: 'Its small run-time parts only.',
  },
  {
    name: 'opencc-js',
    files: ['opencc-js/LICENSES/Apache-2.0.txt'],
    note: 'The table of simplified characters was derived from the OpenCC dictionaries.',
  },
] as const;

const LINE = `\n${'-'.repeat(78)}\n\n`;

/** The whole text, from the packages as they are installed. */
export function notices(): string {
  const parts = bundled.map((item) => {
    const manifest = readFileSync(`node_modules/${item.name}/package.json`, 'utf8');
    const { version, license } = JSON.parse(manifest);
    const texts = item.files.map((file) => readFileSync(`node_modules/${file}`, 'utf8').trim());
    const note = 'note' in item ? `${item.note}\n` : '';
    return `${item.name} ${version} (${license})\n${note}\n${texts.join('\n\n')}\n`;
  });
  const head =
    'Lurewatch is licensed under the MPL-2.0. It carries the following works of others.\n';
  return [head, ...parts].join(LINE);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  writeFileSync(NOTICES, notices());
