/** A real hub behind an address of the web's stand-in, and packages of the extension that report to it. */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { request as ask } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestHub, type TestHub } from '#hub/testing/start.ts';
import type { Web } from './web.ts';

export const HUB = 'https://hub.example';

export interface HubInWeb {
  readonly hub: TestHub;
  /** While it is set, the hub can't be reached. */
  readonly state: { down: boolean };
  close(): Promise<void>;
}

/** Starts a hub which browsers reach as `HUB`. */
export async function startHubIn(web: Web): Promise<HubInWeb> {
  const hub = await startTestHub({ LUREWATCH_HUB_ORIGIN: HUB });
  const state = { down: false };
  web.serveOrigin(HUB, ({ method, url, headers }, response, body) => {
    if (state.down) return void response.destroy();
    const { pathname, search } = new URL(url ?? '/', HUB);
    const inner = ask(`${hub.address}${pathname}${search}`, { method, headers });
    inner.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    inner.on('error', () => response.destroy());
    inner.end(body);
  });
  return { hub, state, close: () => hub.close() };
}

/** A copy of a built extension that reports to the hub. @param manifest what is different in it */
export function packageWithHub(built: string, manifest: object = {}, trust: object = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'lurewatch-package-'));
  cpSync(built, folder, { recursive: true });
  writeFileSync(join(folder, 'trust.json'), JSON.stringify({ ...trust, hub: HUB }));
  const file = join(folder, 'manifest.json');
  const own = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...own, ...manifest }));
  return folder;
}
