/** The second path of a warning: for someone who is there already, or has paid already. */
import type { VNode } from 'preact';
import type { Text } from '../text.ts';

/** Schemes that end with a person in another place; in the others it is money or papers. */
const TRAVEL = new Set(['forced-scam-work', 'sexual-exploitation', 'fake-agency']);
const LINES = [1, 2, 3, 4] as const;

/** Folded, because its first words are about who can see the screen. */
export function Late({ scheme, t }: { scheme: string; t: Text }): VNode {
  const path = TRAVEL.has(scheme) ? 'banner.there' : 'banner.paid';
  return (
    <details class="late">
      <summary>{t(path)}</summary>
      <ul>
        {LINES.map((line) => (
          <li key={line}>{t(`${path}.${line}`)}</li>
        ))}
      </ul>
    </details>
  );
}
