/** Appeals of listed parties, the one that is due first at the head. */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { moment } from '#components/page/day.ts';
import type { AppealForReview } from '#schema/appeal.ts';
import { api } from './api.ts';
import { wordsOf } from './ask.ts';
import { Refusal } from './frame.tsx';

function proofOf({ proof, proven, code, value }: AppealForReview): string {
  if (proven) return 'Proven to be the party that is listed.';
  if (proof === 'dns') return 'Waits for the DNS record.';
  if (proof === 'mail')
    return `Mail this code to postmaster or abuse at ${value.split(/[@/]/).pop()}: ${code}`;
  return 'Asks for a person to look at the proof: ask for papers, and call a number from a public register.';
}

function Appeal({
  appeal,
  changed,
}: {
  appeal: AppealForReview;
  changed: () => Promise<void>;
}): VNode {
  const [answer, setAnswer] = useState('');
  const [problem, setProblem] = useState('');
  const decide = async (outcome: 'upheld' | 'denied') => {
    setProblem('');
    try {
      await api.answerAppeal(appeal.ticket, { outcome, answer: answer.trim() });
      await changed();
    } catch (error) {
      setProblem(wordsOf(error));
    }
  };
  return (
    <li class="decision">
      <p class="note">
        <code>{appeal.ticket}</code> · case{' '}
        <a class="link" href={`#case=${appeal.case}`}>
          {appeal.case}
        </a>{' '}
        · answer promised until {moment(appeal.dueAt, 'en-GB')}
        {appeal.overdue && <strong> · overdue</strong>}
      </p>
      <p>
        {appeal.type} <code>{appeal.value}</code>
      </p>
      <blockquote class="post" dir="auto">
        {appeal.statement}
      </blockquote>
      <p class="note">
        {proofOf(appeal)} {appeal.contact && `Contact: ${appeal.contact}`}
      </p>
      {appeal.mayDecide ? (
        <>
          <label class="field">
            Answer, which everybody can read
            <textarea
              rows={3}
              value={answer}
              onInput={(event) => setAnswer(event.currentTarget.value)}
            />
          </label>
          <div class="row">
            <button type="button" class="button primary" onClick={() => decide('upheld')}>
              Take off the list
            </button>
            <button type="button" class="button" onClick={() => decide('denied')}>
              Keep the listing
            </button>
          </div>
        </>
      ) : (
        <p class="note">Somebody who did not list this party decides.</p>
      )}
      {problem && <Refusal says={problem} />}
    </li>
  );
}

export function AppealsPage(): VNode {
  const [appeals, setAppeals] = useState<readonly AppealForReview[]>();
  const [problem, setProblem] = useState('');
  const load = () => api.appeals().then(setAppeals, (error) => setProblem(wordsOf(error)));
  useEffect(() => void load(), []);
  return (
    <>
      <h1>Appeals</h1>
      {problem && <Refusal says={problem} />}
      {appeals?.length === 0 && <p class="empty">Nobody waits for an answer.</p>}
      <ul class="rows">
        {appeals?.map((appeal) => (
          <Appeal key={appeal.ticket} appeal={appeal} changed={load} />
        ))}
      </ul>
    </>
  );
}
