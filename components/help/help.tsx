/** "What you can do": the steps, then whom to ask in the reader's own country. */
import type { VNode } from 'preact';
import type { HelpAction } from '#schema/warning.ts';
import { Mail, Out, Phone } from '../icons/icons.tsx';
import type { Text } from '../text.ts';
import { CopyButton } from './copy.tsx';
import { shortAddress, type Way, waysOf } from './ways.ts';

interface Shared {
  readonly t: Text;
  /** BCP 47 tag of the interface, for dates. */
  readonly language: string;
  readonly announce: (text: string) => void;
}

/** Steps in the order in which to take them. */
export function Steps({ steps }: { steps: readonly string[] }): VNode {
  return (
    <ol class="steps">
      {steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  );
}

const signOf = { call: Phone, open: Out, write: Mail };

/** A number or address as a link; a new tab gets no referrer and no hold on this page. */
function Reach({ way, t }: { way: Way; t: Text }): VNode {
  const text = <bdi dir="ltr">{shortAddress(way.text)}</bdi>;
  if (!way.href) return <span class="reach">{text}</span>;
  const leaves = way.href.startsWith('https:');
  return (
    <a
      class="link reach"
      href={way.href}
      {...(leaves && { target: '_blank', rel: 'noopener noreferrer' })}
    >
      {text}
      {leaves && <span class="unseen"> {t('banner.newTab')}</span>}
    </a>
  );
}

function Contact({ action, t, language, announce }: { action: HelpAction } & Shared): VNode {
  const Kind = signOf[action.kind];
  const seen =
    action.seen &&
    new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(
      new Date(action.seen),
    );
  return (
    <li>
      <Kind />
      <div class="office">
        <strong>
          <bdi>{action.name}</bdi>
        </strong>
        <span>{action.purpose}</span>
        {action.hours && (
          <small>
            <bdi>{action.hours}</bdi>
          </small>
        )}
        {seen && <small>{t('banner.seen', { date: seen })}</small>}
      </div>
      <div class="ways">
        {waysOf(action).map((way) => (
          <span key={way.text}>
            <Reach way={way} t={t} />
            {way.note && (
              <small>
                <bdi>{way.note}</bdi>
              </small>
            )}
            <CopyButton value={way.text} t={t} announce={announce} />
          </span>
        ))}
      </div>
    </li>
  );
}

/** Offices to call, open or write to. */
export function Contacts({ help, ...shared }: { help: readonly HelpAction[] } & Shared): VNode {
  return (
    <>
      <ul class="contacts">
        {help.map((action) => (
          <Contact key={action.id} action={action} {...shared} />
        ))}
      </ul>
      <small class="changes">{shared.t('banner.mayChange')}</small>
    </>
  );
}
