/** The small button at a post without a warning. It says what it does, and covers no words. */
import { render } from 'preact';
import controls from '../controls.css?inline';
import { Flag } from '../icons/icons.tsx';
import tokens from '../tokens.css?inline';
import { fence, whenTrusted } from './fence.ts';
import css from './handle.css?inline';
import { schemeAround } from './scheme.ts';

export interface HandleLook {
  readonly host: HTMLElement;
  /** The post's own element: the button stands at its upper far corner. */
  readonly container: Element;
  readonly label: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  report(): void;
}

/** Pixels between the button and the corner, in which many sites have a menu of their own. */
const ASIDE = 48;
const BELOW = 4;

/** Shows the button in `host`, which stands somewhere in the post. */
export function mountHandle({ host, container, ...look }: HandleLook): { remove(): void } {
  const root = host.attachShadow({ mode: 'closed' });
  const style = root.appendChild(document.createElement('style'));
  style.textContent = tokens + controls + css;
  const body = root.appendChild(document.createElement('div'));
  body.lang = look.language;
  body.dir = look.direction;
  body.className = `tokens ${schemeAround(host)}`;
  fence(root);
  render(
    <button type="button" class="button" onClick={whenTrusted(look.report)}>
      <Flag />
      <span>{look.label}</span>
    </button>,
    body,
  );
  const [from, box, { width }] = [host, container, body].map((at) =>
    at.getBoundingClientRect(),
  ) as [DOMRect, DOMRect, DOMRect];
  const isLeftward = getComputedStyle(container).direction === 'rtl';
  const across = isLeftward ? box.left + ASIDE : box.right - ASIDE - width;
  // A post that begins above the window has the button where it comes into view.
  const down = Math.max(box.top, 0) + BELOW;
  body.style.translate = `${across - from.left}px ${down - from.top}px`;
  return { remove: () => render(null, body) };
}
