/** What is stored of a ruleset; read back through these, as storage may hold anything. */
import { z } from './zod.ts';

const bytes = z.custom<Blob>((value) => value instanceof Blob);

/** A ruleset as it is kept on this device: its texts, packed, and its compiled form. */
export const InstalledRow = z.object({
  key: z.literal('installed'),
  serial: z.number(),
  version: z.string(),
  /** Package that compiled it: another one compiles it anew. */
  build: z.string(),
  /** Compiled form, opened at every start. */
  compiled: bytes,
  rules: bytes,
  indicators: bytes,
  /** Until when listed parties may be named: the signed metadata's expiry, ISO 8601. */
  validUntil: z.iso.datetime(),
  /** Key ids of those who signed it. */
  signers: z.array(z.string()),
});
export type InstalledRow = z.infer<typeof InstalledRow>;

/** A copy of the package's compiled ruleset: a blob of the database is read sooner than a packaged file. */
export const CopyRow = z.object({
  key: z.literal('copy'),
  /** Package that it is a copy of. */
  build: z.string(),
  compiled: bytes,
});
export type CopyRow = z.infer<typeof CopyRow>;
