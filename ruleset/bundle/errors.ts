/** What is wrong with a text that was fetched or stored. */
export type TextFault =
  /** Not in its canonical form: spacing, order, double keys, not UTF-8. */
  | 'not-canonical'
  /** A record that its schema refuses, or of a kind that this format has not. */
  | 'bad-record'
  /** Larger than allowed, or than its own head says. */
  | 'too-large'
  /** A format that this engine does not know; a newer Lurewatch may. */
  | 'newer-format'
  /** Not gzip, cut short, or followed by something else. */
  | 'bad-compression'
  /** A delta for another text than the one it was applied to. */
  | 'wrong-base'
  /** The text that came out is not the one that was signed. */
  | 'wrong-result';

/** A ruleset's text, or a delta between two, that can't be used. */
export class TextError extends Error {
  readonly code: TextFault;

  constructor(code: TextFault, fault: string) {
    super(fault);
    this.name = 'TextError';
    this.code = code;
  }
}
