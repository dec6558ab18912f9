/** The text of a post with what the engine saw in it. Links are words here: nobody follows one. */
import type { VNode } from 'preact';
import type { CaseView } from '#schema/review.ts';
import type { Quote } from '#schema/verdict.ts';

/** The text in pieces, those that are quoted marked. */
function marked(text: string, quotes: readonly Quote[]): (string | VNode)[] {
  const pieces: (string | VNode)[] = [];
  let at = 0;
  for (const { start, end } of [...quotes].sort((a, b) => a.start - b.start)) {
    if (start < at || end > text.length) continue;
    pieces.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  return [...pieces, text.slice(at)];
}

/** An address that nothing turns into a link, as analysts write it. */
const defanged = (address: string): string =>
  address.replace(/^http/, 'hxxp').replaceAll('.', '[.]');

export function Sample({ sample }: { sample: CaseView['sample'] }): VNode {
  if (!sample) return <p class="empty">Every report of this case was taken back.</p>;
  const { site, url, title, text, links, verdict } = sample;
  const quotes = verdict?.findings.flatMap(({ quotes }) => quotes) ?? [];
  const of = (field: Quote['field']) => quotes.filter((quote) => quote.field === field);
  return (
    <>
      <blockquote class="post" dir="auto">
        {title && <strong>{marked(title, of('title'))}</strong>}
        <p>{marked(text, of('text'))}</p>
      </blockquote>
      <p class="note">
        {site}
        {url && (
          <>
            , <code>{defanged(url)}</code>
          </>
        )}
      </p>
      {links.length > 0 && (
        <ul class="plain-list">
          {links.map((link) => (
            <li key={link}>
              <code>{defanged(link)}</code>
            </li>
          ))}
        </ul>
      )}
      <p>
        {verdict
          ? `The engine says: ${verdict.level}${verdict.scheme ? `, ${verdict.scheme}` : ''}. `
          : 'The rules are not open yet. '}
        {verdict?.findings.map(({ signal }) => (
          <span key={signal} class="tag">
            {signal}
          </span>
        ))}
      </p>
    </>
  );
}
