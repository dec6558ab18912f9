import type { Fixture } from '#tests/browser/harness/fixtures.ts';

/** Address of the board; `.test` can never be a real site (RFC 6761). */
export const BOARD = 'http://board.test/';

/** The page from which a visitor of the tour walks to every sample page. */
export function boardPage(fixtures: readonly Fixture[]): string {
  const links = fixtures
    .map(({ name, url, posts }) => {
      const label = `${new URL(url).host} · ${name.split('/')[1]}`;
      return `<li><a href="${encodeURI(url)}">${label}</a><span>${posts} posts</span></li>`;
    })
    .join('\n');
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Sample job board and feed</title>
<style>
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
  body { max-width: 44rem; margin: 3rem auto; padding: 0 1rem }
  ul { list-style: none; padding: 0; border-top: 1px solid #8884 }
  li { display: flex; justify-content: space-between; gap: 1rem; padding: .5rem 0; border-bottom: 1px solid #8884 }
  span { opacity: .7 }
</style>
<h1>Sample job board and feed</h1>
<p>Every page below has the structure of a real site and invented posts: honest ones and lures. This
computer serves them at the sites' own addresses; nothing is fetched from the real sites.</p>
<ul>
${links}
</ul>
</html>`;
}
