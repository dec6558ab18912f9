/** A fault in a phrase line, said so that its author can mend it. */
export class PhraseError extends Error {
  /** The place of the fault in the line, counted from 1. */
  readonly column: number;

  constructor(line: string, column: number, fault: string) {
    super(`column ${column} of "${line.length > 80 ? `${line.slice(0, 80)}…` : line}": ${fault}`);
    this.name = 'PhraseError';
    this.column = column;
  }
}

/** The bytes are not a compiled phrase set of this version. */
export class BundleError extends Error {
  constructor(fault: string) {
    super(`not a usable phrase set: ${fault}`);
    this.name = 'BundleError';
  }
}
