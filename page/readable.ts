/** Tells a page without posts from one whose posts we fail to find, so that silence is not misread. */
import { readText } from './text.ts';

/** Text without any post for this long means that the page can't be read. */
const PATIENCE_MS = 5_000;
const ENOUGH_TEXT = 200;

/** Looks once, some seconds after the start or after a soft navigation. */
export function watchReadable(document: Document, hasPosts: () => boolean) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isEmpty = false;
  const look = () => {
    isEmpty = document.body !== null && readText([document.body], '', ENOUGH_TEXT).cut;
  };
  return {
    restart(): void {
      clearTimeout(timer);
      isEmpty = false;
      timer = setTimeout(look, PATIENCE_MS);
    },
    /** False when the page holds text and no post was found in it for seconds. */
    isReadable: (): boolean => !isEmpty || hasPosts(),
    stop: (): void => clearTimeout(timer),
  };
}
