/**
 * `node tests/conformance/mutants.ts [PATTERN]`: takes one check out of the client at a time and
 * runs the client's tests, which must fail each time. Prints what was killed and what survived;
 * status 1 if anything survived. Takes some minutes, so it is no part of `npm test`.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { MUTANTS, type Mutant } from './mutant-list.ts';

const CLIENT = 'ruleset/tuf';
const pattern = process.argv[2] ?? '';
const folder = mkdtempSync(join(tmpdir(), 'mutants-'));

/** A copy of the client beside links to what it needs. */
cpSync(CLIENT, join(folder, CLIENT), { recursive: true });
cpSync('package.json', join(folder, 'package.json'));
for (const name of ['node_modules', 'schema']) symlinkSync(resolve(name), join(folder, name));
writeFileSync(
  join(folder, 'vitest.config.mjs'),
  'export default { test: { include: ["ruleset/**/*.test.ts"], bail: 1 } };\n',
);

/** Do the client's tests pass on the copy? */
function passes(): boolean {
  const vitest = resolve('node_modules/vitest/vitest.mjs');
  const run = spawnSync(process.execPath, [vitest, 'run', '--root', folder], { stdio: 'ignore' });
  return run.status === 0;
}

function survives({ file, from, to }: Mutant): boolean {
  const path = join(folder, CLIENT, file);
  const source = readFileSync(path, 'utf8');
  if (source.split(from).length !== 2)
    throw new Error(
      `${file} holds this not once, but ${source.split(from).length - 1} times: ${from}`,
    );
  writeFileSync(
    path,
    source.replace(from, () => to),
  );
  const isAlive = passes();
  writeFileSync(path, source);
  return isAlive;
}

if (!passes()) throw new Error('the tests of the whole client fail');
const chosen = MUTANTS.filter(({ without }) => without.includes(pattern));
const survivors = chosen.filter((mutant) => {
  const isAlive = survives(mutant);
  console.log(`${isAlive ? 'SURVIVED' : 'killed  '}  ${mutant.without}`);
  return isAlive;
});
rmSync(folder, { recursive: true });
console.log(`${chosen.length - survivors.length} of ${chosen.length} killed`);
process.exitCode = survivors.length > 0 ? 1 : 0;
