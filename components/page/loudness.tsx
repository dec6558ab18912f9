/** How much is shown in pages. */
import type { VNode } from 'preact';
import { Loudness } from '#schema/settings.ts';
import { Choice } from './controls.tsx';
import type { Ui } from './ui.ts';

const all = ['every', 'danger', 'quiet'] as const;

export function LoudnessChoice({ ui, legend }: { ui: Ui; legend: string }): VNode {
  const { t, settings } = ui;
  return (
    <Choice
      legend={legend}
      options={all.map((value) => ({
        value,
        label: t(`options.loudness.${value}`),
        note: t(`options.loudness.${value}.note`),
      }))}
      value={settings.loudness}
      choose={(value) => ui.change({ loudness: Loudness.parse(value) })}
    />
  );
}
