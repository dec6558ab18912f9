/** What was decided or proposed before; agreeing to a proposal asks for the passkey. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Check } from '#components/icons/icons.tsx';
import { moment } from '#components/page/day.ts';
import type { Decision, Me, Proposal } from '#schema/review.ts';
import { api } from './api.ts';
import { wordsOf } from './ask.ts';
import { Refusal } from './frame.tsx';

interface Props {
  readonly decisions: readonly Decision[];
  readonly me: Me;
  readonly changed: () => Promise<void>;
}

/** A proposal in words, with everything that is agreed to. */
function inWords(proposal: Proposal): VNode {
  switch (proposal.action) {
    case 'list':
      return (
        <>
          <p>
            List until {proposal.expires}, as <em>{proposal.says}</em>
          </p>
          <ul class="plain-list">
            {proposal.parties.map(({ type, value }) => (
              <li key={`${type} ${value}`}>
                {type} <code>{value}</code>
              </li>
            ))}
          </ul>
          {proposal.evidence && <p>New evidence: {proposal.evidence}</p>}
        </>
      );
    case 'remove':
      return <p>Take off the list: {proposal.parties.map(({ value }) => value).join(', ')}</p>;
    case 'merge':
      return <p>Part of {proposal.into}</p>;
    case 'split':
      return <p>Reports that name {proposal.company} are a case of their own</p>;
    case 'needs-speaker':
      return <p>Needs somebody who reads {proposal.language}</p>;
    case 'phrase':
      return (
        <p>
          Phrase for {proposal.signal} ({proposal.language}): <q dir="auto">{proposal.phrase}</q>
        </p>
      );
    default:
      return <p>Not listed</p>;
  }
}

export function Decisions({ decisions, me, changed }: Props): VNode | null {
  const [problem, setProblem] = useState('');
  if (decisions.length === 0) return null;
  const run = async (act: () => Promise<unknown>) => {
    setProblem('');
    try {
      await act();
      await changed();
    } catch (error) {
      setProblem(wordsOf(error));
    }
  };
  return (
    <section class="section" aria-label="Decisions">
      <h2>Decisions</h2>
      <ul class="rows">
        {decisions.map(({ id, proposal, contentHash, state, ...decision }) => (
          <li key={id} class={`decision ${state}`}>
            {inWords(proposal)}
            <p class="note">
              {proposal.reason} · {state} · {decision.proposedBy},{' '}
              {moment(decision.proposedAt, 'en-GB')} · agreed:{' '}
              {decision.approvals.map(({ by }) => by).join(', ') || 'nobody yet'} ·{' '}
              <code title="Hash of what is agreed to">{contentHash.slice(0, 12)}</code>
            </p>
            {state === 'proposed' && me.role !== 'auditor' && (
              <div class="row">
                {decision.mayApprove && (
                  <button
                    type="button"
                    class="button primary"
                    onClick={() => run(() => api.approve(id, contentHash))}
                  >
                    <Check />
                    Agree with my passkey
                  </button>
                )}
                <button type="button" class="button" onClick={() => run(() => api.withdraw(id))}>
                  Withdraw
                </button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {problem && <Refusal says={problem} />}
    </section>
  );
}
