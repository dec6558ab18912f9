import { fileURLToPath } from 'node:url';

const root = new URL('../', import.meta.url);

/** The rules that maintainers edit. */
export const RULES = fileURLToPath(new URL('rules', root));
/** What compiles them. */
export const ENGINE = fileURLToPath(new URL('engine', root));
/** Where the built ruleset goes. */
export const BUILT = fileURLToPath(new URL('.output/ruleset', root));
