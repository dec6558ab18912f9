/** The normal form in which phrases and texts are compared, with a way back to the original. */
import { Folder } from './folder.ts';
import { plainTable } from './table.ts';

export interface Folded {
  /** UTF-16 units of the normal form: a space parts words, a line feed parts sentences. */
  units: Uint16Array;
  length: number;
  /** For each unit, where its character begins in the original. */
  starts: Uint32Array;
  /** For each unit, where its character (with its marks) ends in the original. */
  ends: Uint32Array;
}

let plainFolder: Folder | undefined;

/**
 * Folds a text: compatibility forms, case, accents of Latin letters, look-alikes, native digits,
 * traditional Chinese and disguises like `s.p.a.c.i.n.g` are gone. Equal for NFC, NFD, NFKC, NFKD.
 */
export function fold(text: string): Folded {
  plainFolder ??= new Folder(plainTable());
  const folder = plainFolder;
  folder.fold(text);
  const { length } = folder;
  const starts = folder.starts.slice(0, length);
  return {
    units: folder.symbols.slice(0, length),
    length,
    starts,
    ends: endsOf(folder, text, starts),
  };
}

function endsOf(folder: Folder, text: string, starts: Uint32Array): Uint32Array {
  let end = 0;
  return starts.map((start) => {
    // A mark ends where its base letter does; looking again would cost its length squared.
    if (start >= end) end = folder.endOf(text, start);
    return end;
  });
}

/** The normal form as a string. */
export function normalForm(text: string): string {
  const { units } = fold(text);
  let form = '';
  for (const unit of units) form += String.fromCharCode(unit);
  return form;
}
