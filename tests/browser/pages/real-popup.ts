/** The popup as Chromium opens it over a page: no driver shows it, so the debugger is asked. */
import type { CDPSession, Page } from 'playwright-core';
import type { ExtensionInChromium } from '../harness/chromium.ts';

export interface RealPopup {
  /** Value of an expression in the popup, run as if the reader had pressed something. */
  evaluate<T>(expression: string): Promise<T>;
  /** Waits until the popup says so; gives all that it says. */
  says(text: string): Promise<string>;
  /** Presses the control whose words begin so. */
  press(words: string): Promise<void>;
  close(): Promise<void>;
}

async function attach(session: CDPSession, targetId: string) {
  const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
  const waiting = new Map<number, (result: unknown) => void>();
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message);
    waiting.get(id)?.(result);
  });
  let last = 0;
  return (method: string, params: object): Promise<unknown> =>
    new Promise((done, fail) => {
      last += 1;
      waiting.set(last, done);
      const message = JSON.stringify({ id: last, method, params });
      session.send('Target.sendMessageToTarget', { sessionId, message }).catch(fail);
    });
}

const POLL = 100;

/** Opens the popup over a page. */
export async function openPopup(extension: ExtensionInChromium, page: Page): Promise<RealPopup> {
  await page.bringToFront();
  const worker = await extension.worker();
  await worker.evaluate('chrome.action.openPopup()');
  const session = await extension.context.newCDPSession(page);
  const { targetInfos } = await session.send('Target.getTargets');
  const target = targetInfos.find(({ url }) => url.endsWith('/popup.html'));
  if (!target) throw new Error('no popup was opened');
  const call = await attach(session, target.targetId);
  const evaluate = async <T>(expression: string): Promise<T> => {
    const options = { expression, returnByValue: true, awaitPromise: true, userGesture: true };
    const { result } = (await call('Runtime.evaluate', options)) as { result: { value: T } };
    return result.value;
  };
  return {
    evaluate,
    async says(text) {
      const end = Date.now() + 10_000;
      for (;;) {
        const said = (await evaluate<string>('document.body?.innerText')) ?? '';
        if (said.includes(text)) return said;
        if (Date.now() > end) throw new Error(`the popup does not say "${text}": ${said}`);
        await page.waitForTimeout(POLL);
      }
    },
    press: (words) =>
      evaluate(`[...document.querySelectorAll('button, label')]
        .find(({ innerText }) => innerText.trim().startsWith(${JSON.stringify(words)})).click()`),
    async close() {
      await evaluate('close()').catch(() => {});
      await session.detach();
    },
  };
}
