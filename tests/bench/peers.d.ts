/** The parts that we use of packages that bring no types. */
declare module 'ahocorasick' {
  export default class {
    constructor(phrases: readonly string[]);
    search(text: string): unknown[];
  }
}
declare module 'fastscan' {
  export default class {
    constructor(phrases: readonly string[]);
    search(text: string): unknown[];
  }
}
declare module 'flashtext.js' {
  export default class {
    constructor(isCaseSensitive: boolean);
    addKeywordsFromArray(phrases: readonly string[]): void;
    extractKeywords(text: string): string[];
  }
}
declare module '@gorhill/ubo-core/js/hntrie.js' {
  interface Selfie {
    readonly buf32: Uint32Array;
    readonly checksum: number;
  }
  export default class {
    createTrieFromIterable(names: Iterable<string>): number;
    setNeedle(host: string): this;
    matches(root: number): number;
    toSelfie(): Selfie;
    fromSelfie(selfie: Selfie): boolean;
  }
}
