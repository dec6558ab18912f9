/** Metadata as the TUF specification (1.0) has it, section 4. Fields that it does not name may be there. */
import { z } from '#schema/zod.ts';

const Hex = z.string().check(z.regex(/^(?:[0-9a-fA-F]{2})+$/));
const Positive = z.number().check(z.int(), z.positive());
const Count = z.number().check(z.int(), z.nonnegative());

/** `YYYY-MM-DDTHH:MM:SSZ` of a day that exists: what can't be parsed would never expire. */
const Expiry = z.string().check(
  z.refine((text) => {
    const time = Date.parse(text);
    return !Number.isNaN(time) && new Date(time).toISOString().replace('.000Z', 'Z') === text;
  }),
);

/** Major version 1 of the specification: another one may mean something else by the same words. */
const SpecVersion = z.string().check(z.regex(/^1\.\d+(?:\.\d+)?$/));

const Hashes = z
  .record(z.string(), Hex)
  .check(z.refine((hashes) => Object.keys(hashes).length > 0));
export type Hashes = z.infer<typeof Hashes>;

export const Key = z.looseObject({
  keytype: z.string(),
  scheme: z.string(),
  keyval: z.looseObject({ public: z.string() }),
});
export type Key = z.infer<typeof Key>;

const Keys = z.record(z.string(), Key);

const KeyIds = z
  .array(z.string())
  .check(z.refine((ids) => new Set(ids).size === ids.length, 'key ids stand twice'));
export const Role = z.looseObject({ keyids: KeyIds, threshold: Positive });
export type Role = z.infer<typeof Role>;

const common = { spec_version: SpecVersion, version: Positive, expires: Expiry };

export const Root = z.looseObject({
  ...common,
  _type: z.literal('root'),
  consistent_snapshot: z.boolean(),
  keys: Keys,
  roles: z.looseObject({ root: Role, timestamp: Role, snapshot: Role, targets: Role }),
});
export type Root = z.infer<typeof Root>;

export const MetaFile = z.looseObject({
  version: Positive,
  length: z.optional(Count),
  hashes: z.optional(Hashes),
});
export type MetaFile = z.infer<typeof MetaFile>;

export const Timestamp = z.looseObject({
  ...common,
  _type: z.literal('timestamp'),
  meta: z.looseObject({ 'snapshot.json': MetaFile }),
});
export type Timestamp = z.infer<typeof Timestamp>;

export const Snapshot = z.looseObject({
  ...common,
  _type: z.literal('snapshot'),
  meta: z.record(z.string(), MetaFile),
});
export type Snapshot = z.infer<typeof Snapshot>;

export const TargetFile = z.looseObject({
  length: Count,
  hashes: Hashes,
  custom: z.optional(z.unknown()),
});
export type TargetFile = z.infer<typeof TargetFile>;

const DelegatedRole = z.looseObject({
  ...Role.shape,
  name: z.string(),
  terminating: z.boolean(),
  paths: z.optional(z.array(z.string())),
  path_hash_prefixes: z.optional(z.array(z.string())),
});
export type DelegatedRole = z.infer<typeof DelegatedRole>;

export const Targets = z.looseObject({
  ...common,
  _type: z.literal('targets'),
  targets: z.record(z.string(), TargetFile),
  delegations: z.optional(z.looseObject({ keys: Keys, roles: z.array(DelegatedRole) })),
});
export type Targets = z.infer<typeof Targets>;

export const Envelope = z.looseObject({
  signed: z.looseObject({}),
  signatures: z
    .array(z.looseObject({ keyid: z.string(), sig: z.string() }))
    .check(
      z.refine(
        (list) => new Set(list.map(({ keyid }) => keyid)).size === list.length,
        'a key signed twice',
      ),
    ),
});
export type Envelope = z.infer<typeof Envelope>;
