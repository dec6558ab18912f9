/** Bounds of what is read from a page; apart from the schemas, so that the content script needs none. */

/** Longest text judged, in UTF-16 code units; a longer one is cut there and marked partial. */
export const MAX_TEXT = 200_000;
/** Longest title, author, company, place or pay. */
export const MAX_FIELD = 2_000;
/** Longest address, of a post or of a link in it. */
export const MAX_URL = 4_096;
/** Most links of one post. */
export const MAX_LINKS = 200;
/** Most posts in one batch; 25 posts or 64 kB is where a round trip costs least per post. */
export const MAX_BATCH = 25;
