/** Puts the modules of `page/` into a test page as one global. Tests alone do this. */
import * as extract from '#page/extract.ts';
import * as quotes from '#page/quotes.ts';

const page = { ...extract, ...quotes };
export type PageModule = typeof page;

declare global {
  var page: PageModule;
}
globalThis.page = page;
