/**
 * Our client on the command line that the public TUF conformance suite calls; see README.md.
 * Exit status 0 on full success, 1 on any failure.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { TufClient } from '#ruleset/tuf/client.ts';
import { fetchFrom } from '#ruleset/tuf/fetch.ts';
import type { MetadataStore } from '#ruleset/tuf/ports.ts';
import { verifyFile } from '#ruleset/tuf/verify.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'metadata-dir': { type: 'string' },
    'metadata-url': { type: 'string' },
    'target-name': { type: 'string', multiple: true },
    'target-base-url': { type: 'string' },
    'target-dir': { type: 'string' },
  },
});

const readIf = (file: string): Uint8Array | undefined => {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
};

/** Metadata as files; a file is written whole or not at all. */
function folderStore(folder: string): MetadataStore {
  return {
    read: async (name) => readIf(join(folder, name)),
    async change({ name, bytes }, remove = []) {
      mkdirSync(folder, { recursive: true });
      for (const other of remove) rmSync(join(folder, other), { force: true });
      writeFileSync(join(folder, `${name}.new`), bytes);
      renameSync(join(folder, `${name}.new`), join(folder, name));
    },
  };
}

const none = 'http://localhost/';
const client = new TufClient({
  store: folderStore(values['metadata-dir'] ?? '.'),
  fetchMetadata: fetchFrom(values['metadata-url'] ?? none),
  fetchTarget: fetchFrom(values['target-base-url'] ?? none),
  clock: Date.now,
});

async function download(name: string, folder: string): Promise<void> {
  const target = await client.find(name);
  if (!target) throw new Error(`no such target: ${name}`);
  const file = join(folder, encodeURIComponent(name));
  const cached = readIf(file);
  if (cached && (await isWhole(cached, target))) return;
  const bytes = await client.download(target);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}

const isWhole = (bytes: Uint8Array, target: Parameters<typeof verifyFile>[1]): Promise<boolean> =>
  verifyFile(bytes, target).then(
    () => true,
    () => false,
  );

try {
  const [command, root = ''] = positionals;
  if (command === 'init') await client.init(readFileSync(root));
  else if (command === 'refresh') await client.refresh();
  else if (command === 'download') {
    await client.refresh();
    for (const name of values['target-name'] ?? []) await download(name, values['target-dir']!);
  } else throw new Error(`no such command: ${command}`);
} catch (error) {
  console.error(String(error));
  process.exitCode = 1;
}
