import type { MetadataStore } from '../ports.ts';

/** A store in memory that can stop working, as a killed background does, at the nth change. */
export class MemoryStore implements MetadataStore {
  readonly files = new Map<string, Uint8Array>();
  /** Changes until the store dies; what was stored before stays. */
  changesLeft = Number.POSITIVE_INFINITY;

  async read(name: string): Promise<Uint8Array | undefined> {
    return this.files.get(name);
  }

  async change(write: { name: string; bytes: Uint8Array }, remove: readonly string[] = []) {
    if (--this.changesLeft < 0) throw new Error('killed');
    for (const name of remove) this.files.delete(name);
    this.files.set(write.name, write.bytes);
  }

  /** Version of what is trusted under a name. */
  version(role: string): number | undefined {
    const bytes = this.files.get(`${role}.json`);
    return bytes && JSON.parse(new TextDecoder().decode(bytes)).signed.version;
  }
}
