/** The form for a decision. Listing names parties one by one: there is no button for all. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { ReasonCode } from '#schema/hub.ts';
import { IndicatorType } from '#schema/listing.ts';
import { type CaseView, type Me, type Party, Proposal } from '#schema/review.ts';
import { z } from '#schema/zod.ts';
import { api } from './api.ts';
import { wordsOf } from './ask.ts';
import { Refusal } from './frame.tsx';

interface Props {
  readonly view: CaseView;
  readonly me: Me;
  readonly changed: () => Promise<void>;
}

const DAY_MS = 86_400_000;
/** A listing is looked at again after so many days. */
const USUAL_DAYS = 180;

const ACTIONS = [
  ['list', 'List parties (a second maintainer has to agree)'],
  ['reject', 'Do not list'],
  ['remove', 'Take off the list'],
  ['needs-speaker', 'Needs a local speaker'],
  ['merge', 'Part of another case'],
  ['split', 'An employer apart'],
  ['phrase', 'A phrase that the rules lack'],
] as const;
type Action = (typeof ACTIONS)[number][0];

/** What else an action needs, by field. */
const FIELDS: Readonly<Record<Action, readonly (readonly [string, string])[]>> = {
  list: [
    ['says', 'What readers are told (no names of private persons)'],
    ['expires', 'Listed until (YYYY-MM-DD)'],
    ['evidence', 'What is new, where a party was cleared before'],
  ],
  reject: [],
  remove: [],
  'needs-speaker': [['language', 'Language (BCP 47, such as km)']],
  merge: [['into', 'Case']],
  split: [['company', 'Employer, as reports name it']],
  phrase: [
    ['signal', 'Signal'],
    ['language', 'Language (BCP 47)'],
    ['phrase', 'Phrase'],
  ],
};

const asParty = ({ type, value }: CaseView['mentions'][number]): Party | undefined => {
  // A bare @name is taken for one of Telegram, where most of them are.
  const known = z.safeParse(IndicatorType, type === 'handle' ? 'telegram' : type);
  return known.success ? { type: known.data, value } : undefined;
};

const keyOf = ({ type, value }: Party): string => `${type} ${value}`;

function Parties(props: {
  mentions: CaseView['mentions'];
  chosen: ReadonlySet<string>;
  toggle: (key: string) => void;
}): VNode {
  return (
    <fieldset class="choice">
      <legend>Whom the post names</legend>
      {props.mentions.map((mention) => {
        const party = asParty(mention);
        const key = party ? keyOf(party) : `${mention.type} ${mention.value}`;
        const why =
          mention.fault ??
          (party ? undefined : 'is no party: shown so that employers are told apart');
        return (
          <label key={`${mention.type} ${key}`} class="tick">
            <input
              type="checkbox"
              disabled={why !== undefined}
              checked={props.chosen.has(key)}
              onChange={() => props.toggle(key)}
            />
            <span>
              {mention.type} <code dir="auto">{mention.value}</code>
              <small>
                {' '}
                in {mention.reports} reports
                {mention.elsewhere > 0 && `, and in ${mention.elsewhere} other cases`}
                {mention.listed && ', listed'}
                {mention.cleared && ', cleared before'}
                {why && `; ${why}`}
              </small>
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}

export function Decide({ view, me, changed }: Props): VNode | null {
  const [action, setAction] = useState<Action>('list');
  const [reason, setReason] = useState<ReasonCode>('confirmed-lure');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const usual = new Date(Date.now() + USUAL_DAYS * DAY_MS).toISOString().slice(0, 10);
  const [fields, setFields] = useState<Readonly<Record<string, string>>>({ expires: usual });
  const [problem, setProblem] = useState('');
  if (me.role === 'auditor' || view.case.state === 'merged') return null;
  const toggle = (key: string) => {
    const next = new Set(chosen);
    if (!next.delete(key)) next.add(key);
    setChosen(next);
  };
  const press = async (event: Event) => {
    event.preventDefault();
    setProblem('');
    const parties = view.mentions
      .flatMap((mention) => asParty(mention) ?? [])
      .filter((party) => chosen.has(keyOf(party)));
    const filled = FIELDS[action].flatMap(([name]) => {
      const value = fields[name]?.trim();
      return value ? [[name, value]] : [];
    });
    const proposal = z.safeParse(Proposal, {
      action,
      reason,
      ...Object.fromEntries(filled),
      ...(action === 'list' || action === 'remove' ? { parties } : {}),
    });
    if (!proposal.success) {
      const [name] = proposal.error.issues[0]!.path;
      setProblem(`Something is missing or wrong: ${String(name ?? 'the form')}`);
      return;
    }
    try {
      await api.propose(view.case.id, view.case.version, proposal.data);
      setChosen(new Set());
      await changed();
    } catch (error) {
      setProblem(wordsOf(error));
    }
  };
  return (
    <section class="section" aria-label="Decide">
      <h2>Decide</h2>
      <form class="stack" onSubmit={press}>
        <label class="field">
          What to do
          <select
            value={action}
            onChange={(event) => setAction(event.currentTarget.value as Action)}
          >
            {ACTIONS.map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          Why
          <select
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value as ReasonCode)}
          >
            {ReasonCode.options.map((code) => (
              <option key={code}>{code}</option>
            ))}
          </select>
        </label>
        {(action === 'list' || action === 'remove') && (
          <Parties mentions={view.mentions} chosen={chosen} toggle={toggle} />
        )}
        {FIELDS[action].map(([name, label]) => (
          <label key={name} class="field">
            {label}
            <input
              value={fields[name] ?? ''}
              onInput={(event) => setFields({ ...fields, [name]: event.currentTarget.value })}
            />
          </label>
        ))}
        <div class="row">
          <button type="submit" class="button primary">
            {action === 'list' ? 'Propose' : 'Decide'}
          </button>
        </div>
        {problem && <Refusal says={problem} />}
      </form>
    </section>
  );
}
