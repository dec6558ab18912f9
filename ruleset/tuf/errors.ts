/** Why an update was not taken. */
export type UpdateFault =
  /** The file is not there. */
  | 'missing'
  /** No answer, or one that broke off. */
  | 'unreachable'
  /** More bytes than a file of its kind may have. */
  | 'too-large'
  /** Something else than metadata, as a hotel's log-in page is. */
  | 'not-an-update'
  /** Metadata that breaks the specification. */
  | 'bad-metadata'
  /** Not signed by as many of the right keys as are needed. */
  | 'unsigned'
  /** Older than what is trusted already. */
  | 'rollback'
  /** Another length, hash or version than other metadata say. */
  | 'mismatch'
  /** No longer valid: somebody may be holding newer metadata back. */
  | 'expired'
  /** There is no root of trust to begin with. */
  | 'no-trust';

/** A step of the client workflow that failed; what was trusted before stays trusted. */
export class UpdateError extends Error {
  readonly code: UpdateFault;

  constructor(code: UpdateFault, fault: string) {
    super(fault);
    this.name = 'UpdateError';
    this.code = code;
  }
}
