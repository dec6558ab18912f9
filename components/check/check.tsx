/** The check page: any text, link or number, judged on the reader's own device. */
import type { VNode } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { MAX_TEXT } from '#schema/post.ts';
import type { Warning } from '#schema/warning.ts';
import { EyeOff, Flag, Lock, Search } from '../icons/icons.tsx';
import { Result } from '../page/result.tsx';
import { Page } from '../page/shell.tsx';
import type { Ui } from '../page/ui.ts';
import './check.css';

export interface CheckStore {
  readonly judge: (text: string) => Promise<Warning | null>;
  /** Opens the report form for a text. */
  readonly report: (text: string) => Promise<void>;
  /** Closes the page at once, for when somebody comes near. */
  readonly leave: () => void;
}

interface Props {
  readonly ui: Ui;
  readonly store: CheckStore;
  /** Text that the context menu handed over, and its result. */
  readonly first?: { readonly text: string; readonly warning: Warning | null } | undefined;
  /** The context menu handed over a text that is gone by now. */
  readonly lost?: boolean;
}

type Answer = Warning | 'empty' | 'failed' | undefined;

export function CheckPage({ ui, store, first, lost }: Props): VNode {
  const { t } = ui;
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(first?.text ?? '');
  const [answer, setAnswer] = useState<Answer>(first?.warning ?? undefined);

  const check = async (event: Event) => {
    event.preventDefault();
    if (!text.trim()) {
      setAnswer('empty');
      field.current?.focus();
      return;
    }
    setAnswer((await store.judge(text.slice(0, MAX_TEXT)).catch(() => null)) ?? 'failed');
  };
  const clear = () => {
    setText('');
    setAnswer(undefined);
    field.current?.focus();
  };
  const problem =
    answer === 'empty' ? t('check.empty') : answer === 'failed' ? t('check.failed') : '';
  return (
    <Page
      ui={ui}
      heading={t('check.title')}
      lead={t('check.lead')}
      corner={
        <button type="button" class="button" onClick={store.leave}>
          <EyeOff />
          {t('check.leave')}
        </button>
      }
    >
      <form class="check" onSubmit={check} noValidate>
        {lost && <p class="note">{t('check.lost')}</p>}
        <label for={id}>{t('check.field')}</label>
        <textarea
          // The browser would keep what stands here to restore the session, in private windows too.
          autocomplete="off"
          id={id}
          ref={field}
          rows={7}
          dir="auto"
          value={text}
          aria-describedby={`${id}-private`}
          aria-invalid={answer === 'empty'}
          {...(problem && { 'aria-errormessage': `${id}-problem` })}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <p id={`${id}-problem`} class="problem" role="alert">
          {problem}
        </p>
        <div class="row">
          <button type="submit" class="button primary">
            <Search />
            {t('check.go')}
          </button>
          {text && (
            <button type="button" class="button quiet" onClick={clear}>
              {t('check.clear')}
            </button>
          )}
        </div>
        <p id={`${id}-private`} class="note with-icon">
          <Lock />
          {t('check.private')}
        </p>
      </form>
      {typeof answer === 'object' && (
        <>
          <Result warning={answer} ui={ui} />
          <div class="row">
            <button type="button" class="button" onClick={() => store.report(text)}>
              <Flag />
              {t('banner.report')}
            </button>
          </div>
        </>
      )}
    </Page>
  );
}
