/** Puts the modules of `page/` into a test page as one global. Tests alone do this. */
import * as extract from '#page/extract.ts';
import { genericAdapter } from '#page/generic.ts';
import { findJobPostings } from '#page/jsonld.ts';
import { rangesOf } from '#page/quotes.ts';

const modules = { ...extract, findJobPostings, genericAdapter, rangesOf };

declare global {
  var reading: typeof modules;
}
globalThis.reading = modules;
