/** A browser that is killed while it updates comes up with a whole ruleset: the old or the new one. */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { asking, LURE } from '#tests/browser/data/worlds.ts';
import { startWeb, type Web } from '#tests/browser/harness/web.ts';
import { findBrowser } from '../../../scripts/browsers.mjs';
import { startMirror, withListed } from './mirror.ts';

/** `npm run test:faults` takes its time, `npm test` a sample of it. */
const KILLS = process.env.MODE === 'faults' ? 50 : 12;
/** Longer than an update takes here, so that some kills come after its last write. */
const LONGEST_MS = 1_800;

const profile = mkdtempSync(join(tmpdir(), 'lurewatch-killed-'));
let web: Web;
let mirror: ReturnType<typeof startMirror>;
let extension = '';

beforeAll(async () => {
  web = await startWeb();
  mirror = startMirror(web);
  extension = mirror.packageFor('.output/chrome-mv3');
});
afterAll(async () => {
  await web?.close();
  for (const folder of [profile, extension]) rmSync(folder, { recursive: true, force: true });
});

interface Run {
  readonly browser: Browser;
  readonly own: Page;
}

async function start(): Promise<Run> {
  const browser = await puppeteer.launch({
    executablePath: findBrowser('chromium')!,
    userDataDir: profile,
    headless: true,
    acceptInsecureCerts: true,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      `--proxy-server=${web.proxy}`,
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
    ],
  });
  const worker = await browser.waitForTarget((target) => target.type() === 'service_worker');
  const own = await browser.newPage();
  await own.goto(new URL('options.html', worker.url()).href);
  return { browser, own };
}

async function ask<T>({ own }: Run, name: string, request: object = {}): Promise<T> {
  const answer = (await own.evaluate(asking({ name, request }))) as { response: T };
  return answer.response;
}

async function kill({ browser }: Run): Promise<void> {
  const child = browser.process()!;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

const domainOf = (serial: number): string => `listed-${serial}.example.net`;

/** Serial of the ruleset in use, once it has shown that it is whole. */
async function wholeSerial(run: Run): Promise<number> {
  const before = await serialOf(run);
  const listed = await listedBy(run, before);
  const serial = await serialOf(run);
  // A browser that starts looks for new rules by itself, and may have found them between.
  if (serial !== before) return wholeSerial(run);
  expect(listed).toEqual(serial > FIRST ? [domainOf(serial)] : []);
  return serial;
}

const serialOf = async (run: Run): Promise<number> =>
  (await ask<{ serial: number }>(run, 'ruleset.status')).serial;

/** What the rules in use say of the parties that two editions list. */
async function listedBy(run: Run, serial: number): Promise<string[]> {
  const text = `${LURE.text}\nhttps://${domainOf(serial)}/apply https://${domainOf(serial + 1)}/apply`;
  const { warning } = await ask<{
    warning: { level: string; listed?: { value: string }[] };
  }>(run, 'check.judge', { text, links: [] });
  expect(warning.level).toBe('danger');
  return (warning.listed ?? []).map(({ value }) => value);
}

const FIRST = 1_000;

it(`${KILLS} times`, { timeout: 600_000 }, async () => {
  let newest = FIRST;
  let run = await start();
  let last = await wholeSerial(run);
  let [before, after] = [0, 0];
  for (let round = 0; round < KILLS; round++) {
    newest++;
    await mirror.publish(withListed(newest, domainOf(newest)), newest);
    ask(run, 'ruleset.check').catch(() => {});
    await new Promise((done) => setTimeout(done, Math.random() * LONGEST_MS));
    await kill(run);
    run = await start();
    const serial = await wholeSerial(run);
    // What was in use once is never lost to a kill; older editions than the last are never taken.
    expect(serial).toBeGreaterThanOrEqual(last);
    expect(serial).toBeLessThanOrEqual(newest);
    if (serial === newest) after++;
    else before++;
    last = serial;
  }
  await ask(run, 'ruleset.check');
  expect(await wholeSerial(run)).toBe(newest);
  await run.browser.close();
  console.log(`${KILLS} kills: ${before} came up with the old ruleset, ${after} with the new one`);
});
