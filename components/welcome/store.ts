import type { EverywhereStore } from '../page/everywhere.tsx';
import type { SitesStore } from '../page/sites.tsx';

export interface WelcomeStore extends SitesStore, EverywhereStore {
  /** ISO 3166-1 alpha-2 country that the device's clock tells. */
  readonly guess: string | undefined;
  /** The reader is through, or has skipped the rest. */
  readonly finish: () => void;
}
