/** What crosses the border in an update: what targets say of themselves, and where mirrors are. */
import { z } from './zod.ts';

const Sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const Count = z.number().check(z.int(), z.nonnegative());

/** Hash and length of a text, unpacked. */
export const Content = z.object({ sha256: Sha256, length: Count });
export type Content = z.infer<typeof Content>;

/** `custom` of the two full texts in signed targets metadata. */
export const FullTarget = z.object({
  format: Count,
  minEngine: Count,
  serial: Count,
  content: Content,
});
export type FullTarget = z.infer<typeof FullTarget>;

/** `custom` of a delta: which text it is for and which it gives. */
export const DeltaTarget = z.object({ base: z.object({ sha256: Sha256 }), result: Content });
export type DeltaTarget = z.infer<typeof DeltaTarget>;

/** TUF lets a key carry fields of its own; by this one people know whose it is. */
export const KEY_OWNER = 'x-lurewatch-owner';

/** `mirrors.json` in the folder of trust, and `trust.json` in the package. */
export const Mirrors = z.strictObject({
  /** Bases of the repository, each with `metadata/` and `targets/` below it; tried in turn. */
  mirrors: z.array(z.url()).check(z.minLength(1), z.maxLength(16)),
  /** Minutes between two checks; absent means the default. */
  checkMinutes: z.optional(z.number().check(z.positive())),
  /** Origin of the hub that takes reports; absent means that reports stay on the device. */
  hub: z.optional(z.url({ protocol: /^https?$/ })),
});
export type Mirrors = z.infer<typeof Mirrors>;

/** What a build trusts: the root metadata it was shipped with, as base64 of its bytes. */
export const Trust = z.strictObject({ ...Mirrors.shape, root: z.string() });
export type Trust = z.infer<typeof Trust>;
