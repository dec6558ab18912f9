/**
 * Looks into closed shadow roots as no page can: through Chromium's debugger. What a reader sees
 * of a banner is its text and its buttons; a test presses them with the real mouse.
 */
import type { CDPSession, Page } from 'playwright-core';

export interface SeenBanner {
  /** Text of the shadow root, white space folded. */
  readonly text: string;
  /** Box of the host in CSS pixels of the viewport. */
  readonly box: { x: number; y: number; width: number; height: number };
  /** Accessible-name-like text and centre of every visible button and link. */
  readonly controls: { name: string; expanded: string | null; x: number; y: number }[];
}

interface DomNode {
  backendNodeId: number;
  shadowRootType?: string;
  shadowRoots?: DomNode[];
  children?: DomNode[];
  contentDocument?: DomNode;
}

/** Runs in the page with the shadow root as `this`. */
function look(this: ShadowRoot): SeenBanner {
  const box = this.host.getBoundingClientRect();
  const visible = [...this.querySelectorAll<HTMLElement>('button, a, summary')].filter(
    (control) => control.getClientRects().length > 0,
  );
  // A shadow root has no innerText; its children do, and that leaves out styles and hidden parts.
  const text = [...this.children]
    .filter(
      (child): child is HTMLElement => child instanceof HTMLElement && child.tagName !== 'STYLE',
    )
    .map((child) => child.innerText)
    .join(' ');
  return {
    text: text.replace(/\s+/g, ' ').trim(),
    box: { x: box.x, y: box.y, width: box.width, height: box.height },
    controls: visible.map((control) => {
      const at = control.getBoundingClientRect();
      return {
        name: (control.getAttribute('aria-label') ?? control.innerText).replace(/\s+/g, ' ').trim(),
        expanded: control.getAttribute('aria-expanded'),
        x: at.x + at.width / 2,
        y: at.y + at.height / 2,
      };
    }),
  };
}

async function closedRoots(session: CDPSession): Promise<number[]> {
  const { root } = (await session.send('DOM.getDocument', { depth: -1, pierce: true })) as {
    root: DomNode;
  };
  const found: number[] = [];
  const queue = [root];
  for (let node = queue.shift(); node; node = queue.shift()) {
    for (const shadow of node.shadowRoots ?? []) {
      if (shadow.shadowRootType === 'closed') found.push(shadow.backendNodeId);
      queue.push(shadow);
    }
    queue.push(...(node.children ?? []));
    if (node.contentDocument) queue.push(node.contentDocument);
  }
  return found;
}

/** Everything that the extension shows in a page at this moment, in page order. */
export async function seenBanners(page: Page): Promise<SeenBanner[]> {
  const session = await page.context().newCDPSession(page);
  try {
    const seen: SeenBanner[] = [];
    for (const backendNodeId of await closedRoots(session)) {
      const { object } = await session.send('DOM.resolveNode', { backendNodeId });
      const { result } = await session.send('Runtime.callFunctionOn', {
        objectId: object.objectId!,
        functionDeclaration: look.toString(),
        returnByValue: true,
      });
      seen.push(result.value);
    }
    return seen.filter(({ text }) => text !== '').sort((a, b) => a.box.y - b.box.y);
  } finally {
    await session.detach();
  }
}

/** Waits until at least `count` banners are shown. */
export async function waitForBanners(
  page: Page,
  count: number,
  timeout = 15_000,
): Promise<SeenBanner[]> {
  const end = Date.now() + timeout;
  for (;;) {
    const seen = await seenBanners(page);
    if (seen.length >= count) return seen;
    if (Date.now() > end) throw new Error(`${seen.length} of ${count} banners after ${timeout} ms`);
    await page.waitForTimeout(100);
  }
}
