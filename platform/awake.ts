import { browser } from './browser.ts';

/** Browsers stop a background that has been idle for 30 seconds; a call of their own starts the count anew. */
const CALL_MS = 20_000;

/** Keeps the background alive while some work runs: it may take longer than browsers wait. */
export async function keepAwake<T>(work: () => Promise<T>): Promise<T> {
  const timer = setInterval(() => void browser.runtime.getPlatformInfo(), CALL_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
