/**
 * Marks quoted words in the page without touching the page's nodes: CSS Custom Highlights, only
 * while the reader looks at what they show, under a name that says nothing.
 */

const STYLE = 'background-color:#ffd54a;color:#1d1e20';

export interface Highlighter {
  /** Marks ranges for an owner, in place of those that it had marked. */
  mark(owner: object, ranges: readonly Range[]): void;
  unmark(owner: object): void;
}

/** Where the browser has no Custom Highlights nothing is marked: the banner quotes the words too. */
export function createHighlighter(document: Document): Highlighter {
  const name = `h${Math.random().toString(36).slice(2)}`;
  const byOwner = new Map<object, readonly Range[]>();
  let sheet: CSSStyleSheet | undefined;

  const draw = () => {
    const ranges = [...byOwner.values()].flat();
    if (ranges.length > 0) CSS.highlights.set(name, new Highlight(...ranges));
    else CSS.highlights.delete(name);
    const others = document.adoptedStyleSheets.filter((other) => other !== sheet);
    if (ranges.length === 0) {
      if (sheet) document.adoptedStyleSheets = others;
      return;
    }
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(`::highlight(${name}){${STYLE}}`);
    }
    document.adoptedStyleSheets = [...others, sheet];
  };
  const redraw = () => {
    try {
      draw();
    } catch {
      // A browser without highlights, or one that keeps them from content scripts.
    }
  };
  return {
    mark(owner, ranges) {
      byOwner.set(owner, ranges);
      redraw();
    },
    unmark(owner) {
      if (byOwner.delete(owner)) redraw();
    },
  };
}
