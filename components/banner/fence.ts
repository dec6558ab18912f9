/** The border between banner and page: fake input stays out, real input does not leak. */

/** Runs `act` only for input that a person made; a page can make `click()` but not trust. */
export const whenTrusted =
  (act: () => void) =>
  (event: Event): void => {
    if (event.isTrusted) act();
  };

/** What a page listens to: its shortcuts, and the card around a post that opens on any press. */
const KEPT = [
  ...['click', 'auxclick', 'dblclick', 'contextmenu', 'copy'],
  ...['mousedown', 'mouseup', 'pointerdown', 'pointerup', 'touchstart', 'touchend'],
  ...['keydown', 'keypress', 'keyup'],
];

/**
 * Keeps events of a shadow root from bubbling into the page. Where the
 * banner stands inside a link of the page, a press must not follow that link.
 */
export function fence(root: ShadowRoot): void {
  for (const type of KEPT)
    root.addEventListener(
      type,
      (event) => {
        event.stopPropagation();
        const acts = (event.target as Element).closest('a, summary');
        if (type === 'click' && !acts) event.preventDefault();
      },
      { passive: type.startsWith('touch') },
    );
}
