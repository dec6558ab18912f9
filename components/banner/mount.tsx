import { type BannerOptions, type MountedBanner, showBanner } from './show.tsx';

export type { BannerOptions, MountedBanner } from './show.tsx';

/**
 * Shows a warning in `host`, a plain `div` that the caller has put into the page beside the post.
 * Nothing of it can be read or reached from the page: the shadow root is closed.
 */
export function mountBanner({
  host,
  ...options
}: BannerOptions & { readonly host: HTMLElement }): MountedBanner {
  return showBanner(host.attachShadow({ mode: 'closed' }), options);
}
