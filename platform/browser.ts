/** The one door to the browser's extension API; webextension-polyfill stands behind it. */
export { type Browser, browser } from 'wxt/browser';

// WXT types these for files that it finds at build time; ours also come from other build steps.
declare module 'wxt/browser' {
  interface WxtRuntime {
    getURL(path: string): string;
  }
}
