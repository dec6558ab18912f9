/** What the client needs of the world. */

/**
 * Fetches a file below a base address; the path is one of an address, its odd characters encoded.
 * @param maxLength most bytes to take; what is longer is broken off
 * @throws {UpdateError} `missing`, `unreachable` or `too-large`
 */
export type Fetch = (path: string, maxLength: number) => Promise<Uint8Array>;

/** Where trusted metadata are kept, byte for byte as they were served, by name without version. */
export interface MetadataStore {
  read(name: string): Promise<Uint8Array | undefined>;
  /** Writes a file and removes others: all of it or nothing. */
  change(write: { name: string; bytes: Uint8Array }, remove?: readonly string[]): Promise<void>;
}

/** Bounds of what is downloaded; see the specification's workflow for the reasons. */
export interface Limits {
  readonly rootBytes: number;
  readonly timestampBytes: number;
  readonly snapshotBytes: number;
  readonly targetsBytes: number;
  /** Roots followed in one refresh. */
  readonly rootRotations: number;
  /** Delegated roles looked into for one target. */
  readonly delegations: number;
}

/** The limits of the reference implementation (python-tuf), which are far above our own files. */
export const LIMITS: Limits = {
  rootBytes: 512_000,
  timestampBytes: 16_384,
  snapshotBytes: 2_000_000,
  targetsBytes: 5_000_000,
  rootRotations: 256,
  delegations: 32,
};
