import type { Settings } from '#schema/settings.ts';
import type { Text } from '../text.ts';

/** Settings to store; `undefined` goes back to the default. */
export type Change = { readonly [K in keyof Settings]?: Settings[K] | undefined };

/** What every widget of an own page gets: words, language, the reader's settings. */
export interface Ui {
  readonly t: Text;
  /** BCP 47 tag of the interface. */
  readonly language: string;
  readonly settings: Settings;
  /** Says something aloud without moving the focus. */
  readonly announce: (text: string) => void;
  /** Stores settings and shows every page anew with them. */
  readonly change: (change: Change) => Promise<void>;
}

/** Is somebody else perhaps looking at the screen? Then name and mark of the page say nothing. */
export const isNeutral = ({ settings }: Ui): boolean => settings.neutralLook;
