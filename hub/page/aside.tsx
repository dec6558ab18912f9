/** Reports beyond what one key or one network may send in a day: nobody counts them until let in. */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { moment } from '#components/page/day.ts';
import type { Aside, Me } from '#schema/review.ts';
import { api } from './api.ts';
import { wordsOf } from './ask.ts';
import { Refusal } from './frame.tsx';

type Group = Aside['groups'][number];

const whose = ({ kind, reports }: Group): string =>
  `${reports} ${reports === 1 ? 'report' : 'reports'} ${kind === 'volunteer' ? 'signed by one key' : 'from one network'}`;

export function AsidePage({ me }: { me: Me }): VNode {
  const [groups, setGroups] = useState<readonly Group[]>();
  const [problem, setProblem] = useState('');
  const run = async (act: () => Promise<unknown>) => {
    setProblem('');
    try {
      await act();
      setGroups(await api.aside());
    } catch (error) {
      setProblem(wordsOf(error));
    }
  };
  useEffect(() => void run(async () => {}), []);
  const mayLetIn = me.role === 'reviewer' || me.role === 'admin';
  return (
    <>
      <h1>Set aside</h1>
      <p class="note">
        These reports are beyond what a single key or network may send in a day, and count for
        nothing. Let in what honest people sent: an office, a shelter, a campaign. A key counts once
        in a case even then.
      </p>
      {problem && <Refusal says={problem} />}
      {groups?.length === 0 && <p class="empty">Nothing is set aside.</p>}
      <ul class="rows">
        {groups?.map((group) => (
          <li key={group.kind + group.name} class="item">
            <span class="case-words">
              <strong dir="auto">{group.excerpt || 'Without words'}</strong>
              <span class="note">
                {whose(group)} <code>{group.name}</code> · newest {group.scheme},{' '}
                {moment(group.lastAt, 'en-GB')}
              </span>
            </span>
            {mayLetIn && (
              <button
                type="button"
                class="button"
                onClick={() => run(() => api.letIn(group.kind, group.name))}
              >
                Let in<span class="unseen"> {group.excerpt.slice(0, 40)}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
