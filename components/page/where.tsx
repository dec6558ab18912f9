/** Language and country of the reader. */
import type { VNode } from 'preact';
import { Pick } from './controls.tsx';
import { countries, languages } from './places.ts';
import type { Ui } from './ui.ts';

export function LanguagePick({ ui }: { ui: Ui }): VNode {
  return (
    <Pick
      label={ui.t('options.language')}
      options={languages}
      value={ui.language}
      choose={(language) => ui.change({ language })}
    />
  );
}

interface CountryProps {
  readonly ui: Ui;
  /** Chosen in the list until the reader has chosen; stored only when they do. */
  readonly guess?: string | undefined;
}

export function CountryPick({ ui, guess }: CountryProps): VNode {
  const { t, language, settings } = ui;
  return (
    <Pick
      label={t('options.country')}
      note={t('options.country.note')}
      options={[{ value: '', label: t('options.country.none') }, ...countries(language)]}
      value={settings.country ?? guess ?? ''}
      choose={(country) => ui.change({ country: country || undefined })}
    />
  );
}
