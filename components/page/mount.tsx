/** Puts a page of the extension together: language of the document, title, view, announcer. */
import { render, type VNode } from 'preact';
import type { Catalogue } from '#platform/i18n.ts';
import { type MessageKey, translate } from '#platform/translate.ts';
import type { Settings } from '#schema/settings.ts';
import { type Change, isNeutral, type Ui } from './ui.ts';
import '../tokens.css';
import '../controls.css';
import '../verdict/signs.css';
import '../help/help.css';
import './page.css';
import './forms.css';

/** Where settings and words come from: the extension, or a sample. */
export interface PageHost {
  readonly settings: () => Promise<Settings>;
  readonly catalogue: (chosen: string | undefined) => Promise<Catalogue>;
  readonly change: (change: Change) => Promise<void>;
}

/** A polite live region: it exists before it is filled, and says the same words twice if asked. */
function createAnnouncer(): (text: string) => void {
  const region = document.createElement('div');
  region.className = 'unseen';
  region.setAttribute('role', 'status');
  document.body.append(region);
  return (text) => {
    region.textContent = '';
    setTimeout(() => {
      region.textContent = text;
    }, 50);
  };
}

/**
 * Shows a page in the element with id `page`; the function returned shows it anew, with the
 * settings as they are then.
 */
export async function mountPage(
  host: PageHost,
  title: MessageKey,
  view: (ui: Ui) => VNode,
): Promise<() => Promise<void>> {
  const announce = createAnnouncer();
  const show = async (): Promise<void> => {
    const settings = await host.settings();
    const { language, direction, strings } = await host.catalogue(settings.language);
    const t: Ui['t'] = (key, params) => translate(strings, key, params, language);
    const change = async (wanted: Change) => {
      await host.change(wanted);
      await show();
    };
    const ui: Ui = { t, language, settings, announce, change };
    document.documentElement.lang = language;
    document.documentElement.dir = direction;
    document.title = isNeutral(ui) ? t('app.neutralName') : `${t(title)} · ${t('app.name')}`;
    const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
    if (icon) icon.href = `/${isNeutral(ui) ? 'icon-neutral' : 'icon'}/32.png`;
    render(view(ui), document.getElementById('page')!);
  };
  await show();
  return show;
}
