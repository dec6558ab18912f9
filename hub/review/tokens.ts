import { createHash, randomBytes } from 'node:crypto';

/** A secret that nobody guesses: 256 bits, base64url. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** As it is stored: a copy of the database opens no door. */
export const hashToken = (token: string): string =>
  createHash('sha256').update(token).digest('hex');
