/** Where a banner stands: beside the post's words, never over them. */
import type { Found } from './extract.ts';

/** Puts the banner's host at its place. Says whether it is in the page now. */
export function placeHost(host: HTMLElement, { container, shape, anchor: known }: Found): boolean {
  const anchor =
    known ??
    shape?.anchors.map((css) => container.querySelector(css)).find((element) => element !== null);
  if (shape?.source.inside) (anchor ?? container).prepend(host);
  else if (anchor) anchor.after(host);
  else container.prepend(host);
  return host.isConnected;
}
