/**
 * The text of page elements as a reader sees its lines, found without layout: `innerText` would
 * force one for every post. Walks iteratively, so no depth of nesting can exhaust the stack, and
 * visits a bounded number of nodes, so no post can hold up the page.
 */
import { isOurs } from './ours.ts';

/** A run of text that stands in one node, so that a quote can be found again in the page. */
export interface Segment {
  /** A text node, or an image whose alternative text was read. */
  readonly node: Node;
  /** Offset of the run in the node. */
  readonly from: number;
  /** Offset of the run in the whole text. */
  readonly at: number;
  readonly length: number;
}

export interface ReadText {
  readonly text: string;
  readonly segments: readonly Segment[];
  /** The text is longer than was read. */
  readonly cut: boolean;
}

/** Visiting this many nodes takes a few milliseconds; honest posts have hundreds. */
const MAX_NODES = 10_000;
/** Up to here the parts to strip are found in one search, beyond it one by one on the way. */
const MAX_STRIPPED = 500;

const BLOCKS = new Set(
  `ADDRESS ARTICLE ASIDE BLOCKQUOTE BR CAPTION DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE
  FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TFOOT
  THEAD TR UL`.split(/\s+/),
);
/** Inline elements that never stand in the middle of a word. */
const SPACED = new Set(['BUTTON', 'TD', 'TH', 'TIME']);
const UNREAD = new Set(
  `AUDIO CANVAS IFRAME NOSCRIPT OBJECT SCRIPT SELECT STYLE TEMPLATE TEXTAREA VIDEO svg`.split(' '),
);
/** White space that is not already one plain space between words. */
const TO_FOLD = / {2,}|[ \t\n\f\r]*[\t\n\f\r][ \t\n\f\r]*|^ | $/g;
const FOLDED = ['\n', '  ', '\t', '\r', '\f'];
const EMOJI = /^(?:\p{Extended_Pictographic}|[\d#*]\ufe0f?\u20e3|\p{Regional_Indicator})/u;

/**
 * A line end directly followed by text comes from a page that keeps line ends (`pre-wrap`); one
 * followed by indentation, or alone between elements, is the layout of the page's source.
 */
function breakOf(run: string, isWholeNode: boolean, node: Node): ' ' | '\n' {
  const last = run.lastIndexOf('\n');
  if (last < 0 || /[\t ]{2}|\t/.test(run.slice(last + 1))) return ' ';
  return isWholeNode && (node.previousSibling || node.nextSibling) ? ' ' : '\n';
}

/** Searching for one character at a time is many times faster than a regular expression. */
const mayNeedFolding = (text: string): boolean =>
  text.startsWith(' ') || text.endsWith(' ') || FOLDED.some((one) => text.includes(one));

function stripperOf(root: Element, strip: string): (node: Node) => boolean {
  if (strip === '') return () => false;
  const found = root.querySelectorAll(strip);
  if (found.length > MAX_STRIPPED)
    return (node) => node !== root && (node as Element).matches(strip);
  const stripped = new Set<Node>(found);
  return (node) => stripped.has(node);
}

/**
 * Reads the text of `roots`, each on lines of its own, without what `strip` selects. A block
 * element or `<br>` ends a line, other white space folds to one space.
 */
export function readText(roots: readonly Element[], strip: string, limit: number): ReadText {
  const segments: Segment[] = [];
  let text = '';
  let pending: '' | ' ' | '\n' = '';
  let nodesLeft = MAX_NODES;

  const separate = (by: ' ' | '\n') => {
    if (pending !== '\n') pending = by;
  };
  const push = (node: Node, from: number, run: string) => {
    if (run === '') return;
    if (text !== '') text += pending;
    pending = '';
    segments.push({ node, from, at: text.length, length: run.length });
    text += run;
  };
  const pushText = (node: Text) => {
    const { data } = node;
    if (data === ' ') return separate(' ');
    if (!mayNeedFolding(data)) return push(node, 0, data);
    // Whatever lies beyond the limit is cut off anyway.
    const near = data.slice(0, limit * 2);
    let start = 0;
    for (const { 0: run, index } of near.matchAll(TO_FOLD)) {
      push(node, start, near.slice(start, index));
      separate(breakOf(run, run.length === data.length, node));
      start = index + run.length;
      if (text.length > limit) return;
    }
    push(node, start, near.slice(start));
  };
  /** Says whether the children of the node are to be read. */
  const enter = (node: Node, isStripped: (node: Node) => boolean): boolean => {
    if (node.nodeType === Node.TEXT_NODE) {
      pushText(node as Text);
      return false;
    }
    const tag = (node as Element).tagName;
    if (UNREAD.has(tag) || isStripped(node) || isOurs(node)) return false;
    if (BLOCKS.has(tag)) separate('\n');
    else if (SPACED.has(tag)) separate(' ');
    else if (tag === 'IMG') {
      const alt = (node as Element).getAttribute('alt') ?? '';
      if (alt.length <= 12 && EMOJI.test(alt)) push(node, 0, alt);
    }
    return true;
  };
  const leave = (node: Node) => {
    // Our own banner must not break a line of the post, else it would look like growth.
    if (BLOCKS.has((node as Element).tagName) && !isOurs(node)) separate('\n');
  };
  const read = (root: Element) => {
    const isStripped = stripperOf(root, strip);
    // A walker's steps can't be redirected by a form whose fields are named like node properties.
    const walker = root.ownerDocument.createTreeWalker(
      root,
      NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    );
    while (nodesLeft-- > 0 && text.length <= limit) {
      if (enter(walker.currentNode, isStripped) && walker.firstChild()) continue;
      leave(walker.currentNode);
      while (!walker.nextSibling()) {
        if (!walker.parentNode()) return;
        leave(walker.currentNode);
      }
    }
  };

  const seen: Element[] = [];
  for (const root of roots) {
    if (seen.some((earlier) => earlier.contains(root))) continue;
    seen.push(root);
    separate('\n');
    read(root);
  }
  return {
    // Half a surrogate pair does not survive the way to the background: same length, same offsets.
    text: text.slice(0, limit).toWellFormed(),
    segments,
    cut: text.length > limit || nodesLeft <= 0,
  };
}
