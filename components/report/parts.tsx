/** The parts of the post, each with a tick: what is not ticked is not kept. */
import type { VNode } from 'preact';
import { useId } from 'preact/hooks';
import { Switch } from '../page/controls.tsx';
import type { Ui } from '../page/ui.ts';
import { type Choices, hasPart, PARTS, type Part, type Sources, sourceOf } from './compose.ts';

interface Props {
  readonly ui: Ui;
  readonly sources: Sources;
  readonly choices: Choices;
  readonly choose: (change: Partial<Choices>) => void;
}

/** The text itself: words can be taken out of it. */
function PostText({ ui: { t }, choices, choose }: Props): VNode {
  return (
    <textarea
      // The browser would keep what stands here to restore the session, in private windows too.
      autocomplete="off"
      rows={8}
      dir="auto"
      aria-label={t('report.part.text')}
      value={choices.text}
      onInput={(event) => choose({ text: event.currentTarget.value })}
    />
  );
}

interface PartProps extends Props {
  readonly part: Part;
}

function PartRow(props: PartProps): VNode {
  const { ui, sources, choices, choose, part } = props;
  const { t } = ui;
  const id = useId();
  const kept = choices.parts.has(part);
  const value = sourceOf(sources, choices.contactsShown)[part];
  const turn = (on: boolean) => {
    const parts = new Set(choices.parts);
    if (on) parts.add(part);
    else parts.delete(part);
    choose({ parts });
  };
  return (
    <li class={kept ? 'part' : 'part left-out'}>
      <label>
        <input
          type="checkbox"
          checked={kept}
          aria-describedby={id}
          onChange={(event) => turn(event.currentTarget.checked)}
        />
        {t(`report.part.${part}`)}
      </label>
      <div id={id} class="value">
        {!kept && <small>{t('report.leftOut')}</small>}
        {kept && part === 'text' && <PostText {...props} />}
        {kept && part !== 'text' && (
          <span dir="auto">{Array.isArray(value) ? value.join('\n') : value}</span>
        )}
      </div>
    </li>
  );
}

export function Parts(props: Props): VNode {
  const { ui, sources, choices, choose } = props;
  const { t } = ui;
  const { shown, masked } = sources;
  const showContacts = (contactsShown: boolean) =>
    choose({ contactsShown, text: sourceOf(sources, contactsShown).text });
  return (
    <>
      <ul class="parts">
        {PARTS.filter((part) => hasPart(shown, part)).map((part) => (
          <PartRow key={part} {...props} part={part} />
        ))}
      </ul>
      {JSON.stringify(shown) !== JSON.stringify(masked) && (
        <Switch
          label={t('report.contacts')}
          note={t('report.contacts.note')}
          on={choices.contactsShown}
          turn={showContacts}
        />
      )}
    </>
  );
}
