/** Cases that wait for somebody, the worst and widest first. */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { moment } from '#components/page/day.ts';
import type { CaseRow, CaseState } from '#schema/review.ts';
import { api } from './api.ts';
import { wordsOf } from './ask.ts';
import { Refusal } from './frame.tsx';

const STATES: readonly (readonly [CaseState, string])[] = [
  ['open', 'Open'],
  ['needs-speaker', 'Needs a local speaker'],
  ['listed', 'Listed'],
  ['not-listed', 'Not listed'],
];

const sources = ({ reports, volunteers, networks }: CaseRow): string =>
  `${reports} ${reports === 1 ? 'report' : 'reports'} by ${volunteers} ${volunteers === 1 ? 'person' : 'people'} from ${networks} ${networks === 1 ? 'network' : 'networks'}`;

function Row({ row }: { row: CaseRow }): VNode {
  return (
    <li>
      <a class={`case-row ${row.level}`} href={`#case=${row.id}`}>
        <span class="harm" title="Harm of the scheme, 1 to 10">
          {row.harm}
        </span>
        <span class="case-words">
          <strong dir="auto">{row.title || 'Without words'}</strong>
          <span class="note">
            {row.scheme} · {sources(row)} · last {moment(row.lastAt, 'en-GB')}
          </span>
        </span>
        {row.burst && <span class="tag">Many in one day</span>}
        {row.proposed && <span class="tag">Waits for a second</span>}
        <code>{row.id}</code>
      </a>
    </li>
  );
}

export function QueuePage(): VNode {
  const [state, setState] = useState<CaseState>('open');
  const [cases, setCases] = useState<readonly CaseRow[]>();
  const [next, setNext] = useState<string>();
  const [problem, setProblem] = useState('');
  const load = async (before: readonly CaseRow[], after?: string) => {
    try {
      const page = await api.queue(state, after);
      setCases([...before, ...page.cases]);
      setNext(page.next);
    } catch (error) {
      setProblem(wordsOf(error));
    }
  };
  useEffect(() => void load([]), [state]);
  return (
    <>
      <h1>Queue</h1>
      <nav class="row" aria-label="Which cases">
        {STATES.map(([value, label]) => (
          <button
            key={value}
            type="button"
            class="button"
            aria-pressed={value === state}
            onClick={() => setState(value)}
          >
            {label}
          </button>
        ))}
      </nav>
      {problem && <Refusal says={problem} />}
      {cases?.length === 0 && <p class="empty">Nothing waits here.</p>}
      <ul class="rows cases">
        {cases?.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
      {next && (
        <button type="button" class="button" onClick={() => load(cases ?? [], next)}>
          Show more
        </button>
      )}
    </>
  );
}
