import type { PageState } from '#schema/messages.ts';
import type { Warning } from '#schema/warning.ts';
import type { Fixture } from '#tests/browser/harness/fixtures.ts';

function describeWarning(title: string, warning: Warning): string {
  const signs = warning.signs.map(
    ({ label, quotes }) =>
      `      · ${label}: ${quotes.map(({ text }) => `“${text.trim()}”`).join(' ')}`,
  );
  const help = warning.help.map(
    ({ purpose, name, value }) => `      → ${purpose}: ${name}, ${value}`,
  );
  return [
    `  ${warning.level.toUpperCase()} ${warning.scheme}: ${warning.headline}`,
    `    post: ${title}`,
    '    signs:',
    ...signs,
    '    what to do:',
    ...warning.steps.map((step, index) => `      ${index + 1}. ${step}`),
    ...help,
  ].join('\n');
}

/** What happened on a page, in the words that the reader saw. */
export function describePage(fixture: Fixture, state: PageState): string {
  const head = `\n${fixture.url}\n  ${state.siteName}: ${state.found} posts found, ${state.judged} judged, ${state.warned.length} warned about`;
  return [head, ...state.warned.map(({ title, warning }) => describeWarning(title, warning))].join(
    '\n',
  );
}
