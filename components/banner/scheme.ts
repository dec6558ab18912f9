/**
 * Is the page around an element light or dark? Many sites carry a dark theme of their own, whatever
 * the system says; a banner in the other scheme would glare. Its own ground is opaque either way.
 */

/** Lightness of a computed colour from 0 to 1; undefined where one sees through it. */
export function lightness(color: string): number | undefined {
  const [a = 0, b = 0, c = 0, alpha = 1] = (
    color.replace(/^color\([\w-]+/, '').match(/[\d.]+/g) ?? [0, 0, 0, 0]
  ).map(Number);
  if (alpha < 0.5) return undefined;
  if (/^(lab|lch)/.test(color)) return a / 100;
  if (/^ok/.test(color)) return a;
  return (0.3 * a + 0.59 * b + 0.11 * c) / (color.startsWith('rgb') ? 255 : 1);
}

const parentOf = ({ parentNode }: Element): Element | null =>
  parentNode instanceof ShadowRoot ? parentNode.host : (parentNode as Element | null);

type Scheme = 'light' | 'dark';

function measure(element: Element): Scheme {
  for (let at: Element | null = element; at?.nodeType === Node.ELEMENT_NODE; at = parentOf(at)) {
    const ground = lightness(getComputedStyle(at).backgroundColor);
    if (ground !== undefined) return ground < 0.5 ? 'dark' : 'light';
  }
  const canvas = getComputedStyle(document.documentElement).colorScheme;
  const dark = canvas.includes('dark') && matchMedia('(prefers-color-scheme: dark)').matches;
  return dark || canvas === 'dark' ? 'dark' : 'light';
}

/**
 * Asking makes the browser work out the styles of the whole page, milliseconds on a long feed. The
 * grounds of posts shown together are the same, so one answer serves for this long.
 */
const FRESH_MS = 2_000;
let known: Scheme | undefined;
let knownAt = 0;

/** The scheme that fits the ground on which an element stands. */
export function schemeAround(element: Element): Scheme {
  const now = performance.now();
  if (!known || now - knownAt > FRESH_MS) {
    known = measure(element);
    knownAt = now;
  }
  return known;
}
