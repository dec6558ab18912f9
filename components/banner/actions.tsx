/** The buttons of the folded line. */
import type { VNode } from 'preact';
import { EyeOff, Flag } from '../icons/icons.tsx';
import { whenTrusted } from './fence.ts';
import type { Panel, View } from './state.ts';

export function Actions({ t, open, toggle, report, leave }: View): VNode {
  const unfold = (panel: Panel) => ({
    type: 'button' as const,
    // By this name the focus finds back to the button when its panel folds.
    name: panel,
    'aria-expanded': open === panel,
    'aria-controls': panel,
    onClick: whenTrusted(() => toggle(panel)),
  });
  return (
    <div class="actions">
      {leave && (
        <button type="button" class="button main" onClick={whenTrusted(leave)}>
          {t('banner.leave')}
        </button>
      )}
      <button {...unfold('why')} class="button quiet">
        {t('banner.why')}
      </button>
      <button {...unfold('help')} class={`button ${leave ? 'quiet' : 'main'}`}>
        {t('banner.help')}
      </button>
      <button {...unfold('dismiss')} class="button quiet brief" title={t('banner.dismiss')}>
        <EyeOff />
        <span>{t('banner.dismiss')}</span>
      </button>
      {!leave && (
        <button
          type="button"
          class="button quiet brief"
          title={t('banner.report')}
          onClick={whenTrusted(report)}
        >
          <Flag />
          <span>{t('banner.report')}</span>
        </button>
      )}
    </div>
  );
}
