import css from './above.css?inline';
import { type BannerOptions, type MountedBanner, mountBanner } from './mount.tsx';

/** A page that wants the warning gone can take it away this often; then it has won. */
const MOST_RETURNS = 20;

/**
 * Shows a warning about the page itself, above all that is in it. The page may be one that does not
 * want to be warned of: what it takes away is put back.
 */
export function mountAbove(document: Document, options: BannerOptions): MountedBanner {
  const host = document.createElement('div');
  const ground = document.body ?? document.documentElement;
  const banner = mountBanner({ host, place: { css, ground }, ...options });
  let returns = 0;
  const put = () => {
    document.documentElement.append(host);
    // The top layer is above every z-index.
    host.popover = 'manual';
    host.showPopover();
  };
  const observer = new MutationObserver(() => {
    if (!host.isConnected && returns++ < MOST_RETURNS) put();
  });
  put();
  observer.observe(document.documentElement, { childList: true });
  return {
    ...banner,
    remove() {
      observer.disconnect();
      banner.remove();
    },
  };
}
