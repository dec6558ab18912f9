/** The ruleset in the package: the floor below which no update and no lost storage can lead. */
import { browser } from '#platform/browser.ts';

declare global {
  /** Put in by `wxt.config.ts`: what `lurewatch build` wrote for this package. */
  const __BUNDLED__: {
    readonly serial: number;
    readonly version: string;
    readonly date: string;
    /** Changes with every byte of the compiled ruleset. */
    readonly build: string;
  };
}
export const BUNDLED = __BUNDLED__;

/** Days for which signed targets are valid, see docs/maintainers.md. */
const VALID_DAYS = 90;
/** Until when the package may name listed parties without any update, ISO 8601. */
export const FLOOR_UNTIL = new Date(
  Date.parse(BUNDLED.date) + VALID_DAYS * 86_400_000,
).toISOString();

/** A file of the package. */
export async function packaged(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(browser.runtime.getURL(name));
  return new Uint8Array(await response.arrayBuffer());
}

/** The compiled ruleset, ready to be opened. */
export const bundledBytes = (): Promise<Uint8Array<ArrayBuffer>> => packaged('/ruleset.bin');
