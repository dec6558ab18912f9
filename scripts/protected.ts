/**
 * Writes `rules/protected/<name>.txt` from a MISP warning list (CC0, github.com/MISP/misp-warninglists):
 * `node scripts/protected.ts NAME FILE.json[.gz]…`. Names are cut to the domain that somebody owns.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { getDomain } from 'tldts';

const [name, ...files] = process.argv.slice(2);
if (!name || files.length === 0) throw new Error('node scripts/protected.ts NAME FILE…');

const names = new Set<string>();
const heads: string[] = [];
for (const file of files) {
  const bytes = readFileSync(file);
  const list = JSON.parse((file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'));
  heads.push(`# ${list.name}, version ${list.version} (MISP warning lists, CC0 1.0)`);
  for (const entry of list.list) {
    const owned = getDomain(entry.replace(/^\./, ''), { allowPrivateDomains: true });
    if (owned) names.add(owned.toLowerCase());
  }
}
mkdirSync('rules/protected', { recursive: true });
writeFileSync(`rules/protected/${name}.txt`, `${[...heads, ...[...names].sort()].join('\n')}\n`);
