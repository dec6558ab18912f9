/** The fixture pages of `tests/pages/`, each beside a JSON file that says what must be found. */
import { globSync, readFileSync } from 'node:fs';
import type { Web } from './web.ts';

export interface Fixture {
  /** `<site>/<page>` */
  readonly name: string;
  /** Real address at which the page is served. */
  readonly url: string;
  readonly html: string;
  /** Number of posts on the page. */
  readonly posts: number;
}

/** Every fixture page that has an address, sorted by name. */
export function fixtures(): Fixture[] {
  return globSync('tests/pages/*/*.json')
    .sort()
    .map((file) => {
      const expected = JSON.parse(readFileSync(file, 'utf8'));
      return {
        name: file.slice('tests/pages/'.length, -'.json'.length).replaceAll('\\', '/'),
        url: expected.url,
        html: readFileSync(file.replace(/json$/, 'html'), 'utf8'),
        posts: expected.posts,
      };
    });
}

/** Serves every fixture at its address. */
export function serveFixtures(web: Web): Fixture[] {
  const all = fixtures();
  for (const { url, html } of all) web.serve(url, html);
  return all;
}
