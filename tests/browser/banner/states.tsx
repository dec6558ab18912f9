/**
 * Shows the banner in any state in a plain browser, without the extension: `?warning=english`,
 * `open=why|help|dismiss`, `lang`, `dir`, `ground` (colour of the page), `width`, `root=closed`.
 * What the banner asks of its surroundings is written down in `window.stage.log`.
 */
import { mountBanner } from '#components/banner/mount.tsx';
import { type BannerOptions, type MountedBanner, showBanner } from '#components/banner/show.tsx';
import { warnings } from './warnings.ts';

export interface Stage {
  readonly host: HTMLElement;
  /** Undefined where the root is closed, as it is in a real page. */
  readonly root: ShadowRoot | undefined;
  readonly banner: MountedBanner;
  readonly log: string[];
  /** Texts that the announcer had, in order. */
  readonly announced: string[];
  readonly warnings: typeof warnings;
}

declare global {
  interface Window {
    stage: Stage;
    strings: Record<string, string>;
  }
}

const query = new URLSearchParams(location.search);
const log: string[] = [];
const announced: string[] = [];

const options: BannerOptions = {
  warning: warnings[query.get('warning') ?? 'english']!,
  strings: window.strings,
  language: query.get('lang') ?? 'en',
  direction: query.get('dir') === 'rtl' ? 'rtl' : 'ltr',
  post: { hasAuthor: query.get('author') !== 'no', hasCompany: query.get('company') !== 'no' },
  on: {
    dismiss: (scope) => log.push(`dismiss ${scope}`),
    undismiss: (scope) => log.push(`undismiss ${scope}`),
    report: () => log.push('report'),
    show: (open) => log.push(`show ${open}`),
  },
};

document.body.style.background = query.get('ground') ?? '';
const post = document.querySelector<HTMLElement>('article')!;
post.style.inlineSize = query.get('width') ?? '';
const host = document.createElement('div');
post.prepend(host);

function open(): { root: ShadowRoot | undefined; banner: MountedBanner } {
  if (query.get('root') === 'closed')
    return { root: undefined, banner: mountBanner({ host, ...options }) };
  const root = host.attachShadow({ mode: 'open' });
  const banner = showBanner(root, options);
  const announcer = root.querySelector('[role=status]')!;
  announced.push(announcer.textContent);
  new MutationObserver(() => announced.push(announcer.textContent)).observe(announcer, {
    childList: true,
    characterData: true,
    subtree: true,
  });
  return { root, banner };
}
window.stage = { host, log, announced, warnings, ...open() };
