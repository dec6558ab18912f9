/**
 * Everything a fresh clone needs before `npm start` or `npm test`: dependencies (pinned Node 24
 * among them) and the two browsers. Plain JavaScript for Node 20 or newer, as nothing is
 * installed yet when it runs. Does nothing when all is there.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { findBrowser } from './browsers.mjs';

const stamp = 'node_modules/.lurewatch-lock';

/**
 * @param {string} program
 * @param {string[]} args
 */
function run(program, args) {
  const { status } = spawnSync(program, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status !== 0) fail(`"${program} ${args.join(' ')}" failed.`);
}

/** @param {string} message */
function fail(message) {
  console.error(`Set-up: ${message}`);
  process.exit(1);
}

function installDependencies() {
  const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('Set-up: installing dependencies …');
  // Not `npm ci`: it refuses a lock file that lacks the binaries of other platforms, and a registry
  // mirror need not hold them. `npm install` keeps to the locked versions all the same.
  run('npm', ['install', '--no-audit', '--no-fund']);
  writeFileSync(stamp, lock);
}

const debianAsRoot = () => existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;

function installBrowsers() {
  const missing = /** @type {const} */ (['chromium', 'firefox']).filter((b) => !findBrowser(b));
  if (missing.length === 0) return;
  if (!debianAsRoot()) {
    fail(
      `no ${missing.join(' and no ')} found: install Chromium (not Google Chrome, which ignores ` +
        '--load-extension) and Firefox 140 or newer, or point LUREWATCH_CHROMIUM and LUREWATCH_FIREFOX at them.',
    );
  }
  console.log(`Set-up: installing ${missing.join(' and ')} …`);
  const packages = { chromium: 'chromium', firefox: 'firefox-esr' };
  run('apt-get', ['update', '-qq']);
  run('apt-get', ['install', '-y', '-qq', ...missing.map((b) => packages[b])]);
  const still = missing.filter((b) => !findBrowser(b));
  if (still.length > 0) fail(`${still.join(' and ')} still missing after apt-get.`);
}

/** The tests of the hub run on both of its databases; the hub itself needs nothing installed. */
function installPostgres() {
  if (existsSync('/usr/lib/postgresql')) return;
  if (!debianAsRoot()) {
    fail('no PostgreSQL found: install it, so that its programs are in /usr/lib/postgresql.');
  }
  console.log('Set-up: installing PostgreSQL …');
  run('apt-get', ['update', '-qq']);
  run('apt-get', ['install', '-y', '-qq', 'postgresql']);
}

installDependencies();
installBrowsers();
installPostgres();
