/**
 * Chromium by its bare protocol. Playwright and Puppeteer attach to every service worker and hold it
 * at its start, so that neither can tell what waking one costs.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { findBrowser } from '../../scripts/browsers.mjs';

interface Target {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
}

interface Answer {
  readonly id?: number;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message: string };
}

/** A page whose expressions can be evaluated. */
export interface Tab {
  evaluate<T>(expression: string): Promise<T>;
}

export class Chromium {
  readonly #child: ChildProcess;
  readonly #socket: WebSocket;
  readonly #profile: string;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #last = 0;

  private constructor(child: ChildProcess, socket: WebSocket, profile: string) {
    this.#child = child;
    this.#socket = socket;
    this.#profile = profile;
    socket.addEventListener('message', ({ data }) => {
      const answer = JSON.parse(String(data)) as Answer;
      if (answer.id !== undefined) this.#waiting.get(answer.id)?.(answer);
    });
  }

  /** Starts a browser with unpacked extensions; its whole web is the proxy. */
  static async launch(extensions: readonly string[], proxy: string): Promise<Chromium> {
    const profile = mkdtempSync(join(tmpdir(), 'lurewatch-bench-'));
    const folders = extensions.join(',');
    const child = spawn(
      findBrowser('chromium')!,
      [
        '--headless=new',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--ignore-certificate-errors',
        '--remote-debugging-port=0',
        `--user-data-dir=${profile}`,
        `--proxy-server=${proxy}`,
        `--disable-extensions-except=${folders}`,
        `--load-extension=${folders}`,
        'about:blank',
      ],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    for await (const line of createInterface({ input: child.stderr! })) {
      const address = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
      if (!address) continue;
      const socket = new WebSocket(address);
      await new Promise((done) => socket.addEventListener('open', done));
      return new Chromium(child, socket, profile);
    }
    throw new Error('Chromium ended before it listened');
  }

  async send<T>(method: string, params: object = {}, sessionId?: string): Promise<T> {
    const id = ++this.#last;
    const answer = new Promise<Answer>((done) => this.#waiting.set(id, done));
    this.#socket.send(JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) }));
    const { result, error } = await answer;
    this.#waiting.delete(id);
    if (error) throw new Error(`${method}: ${error.message}`);
    return result as T;
  }

  async targets(): Promise<readonly Target[]> {
    return (await this.send<{ targetInfos: Target[] }>('Target.getTargets')).targetInfos;
  }

  /** Opens a page and waits until it is loaded. */
  async open(url: string): Promise<Tab> {
    const { targetId } = await this.send<{ targetId: string }>('Target.createTarget', { url });
    const { sessionId } = await this.send<{ sessionId: string }>('Target.attachToTarget', {
      targetId,
      flatten: true,
    });
    const tab: Tab = {
      evaluate: async <T>(expression: string): Promise<T> => {
        const { result, exceptionDetails } = await this.send<{
          result: { value: T };
          exceptionDetails?: { text: string };
        }>('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true }, sessionId);
        if (exceptionDetails) throw new Error(exceptionDetails.text);
        return result.value;
      },
    };
    while (
      !(await tab.evaluate(`document.readyState === 'complete' && location.href !== 'about:blank'`))
    )
      await new Promise((done) => setTimeout(done, 50));
    return tab;
  }

  /** Ends the service worker of an extension, as the browser does after 30 idle seconds. */
  async endWorker(id: string): Promise<void> {
    const find = async () =>
      (await this.targets()).find(({ type, url }) => type === 'service_worker' && url.includes(id));
    const worker = await find();
    if (!worker) return;
    await this.send('Target.closeTarget', { targetId: worker.targetId });
    // Gone from the list is what counts; one that another event has woken meanwhile is a new one.
    while ((await find())?.targetId === worker.targetId)
      await new Promise((done) => setTimeout(done, 20));
  }

  async close(): Promise<void> {
    const gone = once(this.#child, 'exit');
    this.#child.kill();
    await gone;
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
