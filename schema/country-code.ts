import { z } from './zod.ts';

/** Country as ISO 3166-1 alpha-2, `EU` for the union, `XX` for anywhere. */
export const CountryCode = z.string().check(z.regex(/^[A-Z]{2}$/));
