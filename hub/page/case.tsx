/** One case: what was posted, who is named, who reported it, and what is made of it. */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Caution } from '#components/icons/icons.tsx';
import { day, moment } from '#components/page/day.ts';
import type { CaseView, Me } from '#schema/review.ts';
import { api } from './api.ts';
import { wordsOf } from './ask.ts';
import { Decide } from './decide.tsx';
import { Decisions } from './decisions.tsx';
import { Refusal } from './frame.tsx';
import { Sample } from './sample.tsx';

function Days({ days }: { days: CaseView['days'] }): VNode {
  const most = Math.max(1, ...days.map(({ reports }) => reports));
  const label = days.map(({ day: on, reports }) => `${day(on, 'en')}: ${reports}`).join(', ');
  return (
    <svg
      class="days"
      preserveAspectRatio="xMinYMax meet"
      role="img"
      aria-label={`Reports by day. ${label}`}
      viewBox={`0 0 ${Math.max(10, days.length) * 12} 44`}
    >
      {days.map(({ day: on, reports }, index) => (
        <rect
          key={on}
          x={index * 12}
          width="10"
          y={44 - (reports / most) * 44}
          height={(reports / most) * 44}
        >
          <title>{`${day(on, 'en')}: ${reports}`}</title>
        </rect>
      ))}
    </svg>
  );
}

function Reports({ reports }: { reports: CaseView['reports'] }): VNode {
  return (
    <ul class="rows">
      {reports.map((report) => (
        <li key={report.code} class="item">
          <span>
            <span>
              {moment(report.receivedAt, 'en-GB')}, {report.site}
              {report.company && (
                <>
                  , <strong dir="auto">{report.company}</strong>
                </>
              )}
            </span>
            {report.note && <q dir="auto">{report.note}</q>}
            <small>
              says {report.scheme || 'nothing of the kind'}, {report.contact}; volunteer{' '}
              <code>{report.volunteer}</code>: {report.upheld} right, {report.refused} wrong; code{' '}
              <code>{report.code}</code>
            </small>
          </span>
        </li>
      ))}
    </ul>
  );
}

export function CasePage({ id, me }: { id: string; me: Me }): VNode | null {
  const [view, setView] = useState<CaseView>();
  const [problem, setProblem] = useState('');
  const load = () => api.case(id).then(setView, (error) => setProblem(wordsOf(error)));
  useEffect(() => void load(), [id]);
  if (problem) return <Refusal says={problem} />;
  if (!view) return null;
  const { case: row } = view;
  return (
    <>
      <header class="case-head">
        <p class="note">
          <code>{row.id}</code> · {row.scheme}, harm {row.harm} of 10 · {row.state}
        </p>
        <h1 dir="auto">{row.title || 'Without words'}</h1>
        <p class="note">
          {row.reports} reports by {row.volunteers} people from {row.networks} networks, first{' '}
          {moment(row.openedAt, 'en-GB')}, last {moment(row.lastAt, 'en-GB')}
        </p>
      </header>
      {row.burst && (
        <div class="notice caution">
          <Caution />
          <p>
            Many reports came in one day. It may be a lure that spreads, or a campaign against
            somebody: look at who reports, and decide nothing by the number.
          </p>
        </div>
      )}
      <div class="columns">
        <div class="stack">
          <section class="section" aria-label="The post">
            <h2>The post</h2>
            <Sample sample={view.sample} />
          </section>
          <section class="section" aria-label="Reports">
            <h2>Reports</h2>
            <Days days={view.days} />
            <Reports reports={view.reports} />
          </section>
        </div>
        <div class="stack">
          <Decisions decisions={view.decisions} me={me} changed={load} />
          <Decide view={view} me={me} changed={load} />
        </div>
      </div>
    </>
  );
}
