import { render } from 'preact';
import { translate } from '#platform/translate.ts';
import type { Warning } from '#schema/warning.ts';
import controls from '../controls.css?inline';
import help from '../help/help.css?inline';
import type { Text } from '../text.ts';
import tokens from '../tokens.css?inline';
import { looks } from '../verdict/looks.ts';
import signs from '../verdict/signs.css?inline';
import banner from './banner.css?inline';
import { fence, whenTrusted } from './fence.ts';
import { schemeAround } from './scheme.ts';
import type { Panel, Scope } from './state.ts';
import { Banner, Hidden } from './view.tsx';

export interface BannerOptions {
  readonly warning: Warning;
  /** The `banner.*` part of the catalogue. */
  readonly strings: Record<string, string>;
  /** BCP 47 tag and direction of the interface. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** Where it stands, if not beside a post: its styles, and the element whose ground it fits. */
  readonly place?: { readonly css: string; readonly ground: Element };
  readonly post: { readonly hasAuthor: boolean; readonly hasCompany: boolean };
  readonly on: {
    dismiss(scope: Scope): void;
    undismiss(scope: Scope): void;
    report(): void;
    /** The signs or the advice were unfolded or folded: time to mark or unmark the quotes. */
    show(open: boolean): void;
    /** Away from this page. Only for a warning about the page itself, which stands above it. */
    leave?(): void;
  };
}

export interface MountedBanner {
  /** The post grew, or its verdict changed. */
  update(warning: Warning): void;
  /** Puts the keyboard focus on the first control. */
  focus(): void;
  remove(): void;
}

const css = tokens + controls + signs + help + banner;
/** A live region must be known to the screen reader before it is filled. */
const ANNOUNCE_AFTER_MS = 300;

function element(root: ShadowRoot, name: 'div' | 'style'): HTMLElement {
  return root.appendChild(document.createElement(name));
}

/** Fills a shadow root with a banner. */
export function showBanner(root: ShadowRoot, options: BannerOptions): MountedBanner {
  const { language, direction, on } = options;
  const t: Text = (key, params) => translate(options.strings, key, params, language);
  const scopes: Scope[] = [
    'post',
    ...(options.post.hasAuthor ? (['author'] as const) : []),
    ...(options.post.hasCompany ? (['company'] as const) : []),
  ];
  let { warning } = options;
  let open: Panel | undefined;
  let hidden: Scope | undefined;
  let timer: ReturnType<typeof setTimeout>;

  // Set as text, not as a child: Firefox then knows that it is ours and not the page's to forbid.
  element(root, 'style').textContent = css + (options.place?.css ?? '');
  const body = element(root, 'div');
  body.lang = language;
  body.dir = direction;
  const announcer = element(root, 'div');
  announcer.lang = language;
  announcer.className = 'unseen';
  announcer.role = 'status';
  fence(root);

  const announce = (text: string) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      announcer.textContent = text;
    }, ANNOUNCE_AFTER_MS);
  };
  const announceWarning = () => announce(`${t(looks[warning.level].word)}: ${warning.headline}`);

  const draw = () => {
    body.className = `tokens ${schemeAround(options.place?.ground ?? root.host)}`;
    render(
      hidden ? (
        <Hidden t={t} undo={whenTrusted(undo)} />
      ) : (
        <Banner
          {...{ warning, scopes, language, t, open, toggle, dismiss, announce }}
          report={on.report}
          leave={on.leave}
        />
      ),
      body,
    );
  };
  const unfold = (panel: Panel | undefined) => {
    const reading = (at: Panel | undefined) => at === 'why' || at === 'help';
    const changed = reading(panel) !== reading(open);
    open = panel;
    draw();
    if (changed) on.show(reading(panel));
  };
  const focus = (selector: string) => root.querySelector<HTMLElement>(selector)?.focus();
  const toggle = (panel: Panel) => unfold(open === panel ? undefined : panel);
  const dismiss = (scope: Scope) => {
    hidden = scope;
    unfold(undefined);
    focus('#undo');
    announce(t('banner.hidden'));
    on.dismiss(scope);
  };
  const undo = () => {
    const scope = hidden!;
    hidden = undefined;
    draw();
    focus('[name=dismiss]');
    announceWarning();
    on.undismiss(scope);
  };

  root.addEventListener('keydown', (event) => {
    if (!event.isTrusted || (event as KeyboardEvent).key !== 'Escape' || !open) return;
    const folded = open;
    unfold(undefined);
    focus(`[name=${folded}]`);
  });
  draw();
  announceWarning();

  return {
    update(next) {
      const news = next.level !== warning.level || next.headline !== warning.headline;
      warning = next;
      draw();
      if (news && !hidden) announceWarning();
    },
    focus: () => focus('button'),
    remove() {
      clearTimeout(timer);
      if (open) unfold(undefined);
      render(null, body);
      root.host.remove();
    },
  };
}
