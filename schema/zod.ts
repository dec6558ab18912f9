/**
 * The one door to Zod. `zod/mini` keeps the content script small; `jitless` keeps Zod from
 * probing `new Function`, which an extension's content security policy forbids.
 */
import { config } from 'zod/mini';

config({ jitless: true });

export * as z from 'zod/mini';
