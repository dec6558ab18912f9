/** The signs seen in a post: what was seen, in the post's own words, and why it matters. */
import type { VNode } from 'preact';
import type { Sign } from '#schema/warning.ts';

/** Most quotes shown for one sign; the rest of them says the same again. */
const MAX_QUOTES = 3;

/** Words of the post. Their language and direction are the post's, not the interface's. */
export function PostWords({ text }: { text: string }): VNode {
  return (
    <q class="words" dir="auto">
      {text}
    </q>
  );
}

/** The different quotes of a sign, in the order of the post. */
export function quotesOf(sign: Sign): string[] {
  return [...new Set(sign.quotes.map(({ text }) => text.trim()))].slice(0, MAX_QUOTES);
}

/** List of signs, strongest first. */
export function Signs({ signs }: { signs: readonly Sign[] }): VNode {
  return (
    <ul class="signs">
      {signs.map((sign) => (
        <li key={sign.signal}>
          <strong>{sign.label}</strong>
          <span class="quotes">
            {quotesOf(sign).map((text) => (
              <PostWords key={text} text={text} />
            ))}
          </span>
          <span class="reason">{sign.why}</span>
        </li>
      ))}
    </ul>
  );
}
