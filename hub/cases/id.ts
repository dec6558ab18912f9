import { randomInt } from 'node:crypto';

/** Digits and letters that nobody mistakes for each other (Crockford's base 32). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Eight of them: short enough to be told on the phone, and no number that tells how many there are. */
const code = (): string =>
  Array.from({ length: 8 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');

/** Id of a case, `C-7K3M9QXA`. */
export const newCaseId = (): string => `C-${code()}`;

/** Ticket of an appeal, `A-7K3M9QXA`. */
export const newTicket = (): string => `A-${code()}`;
