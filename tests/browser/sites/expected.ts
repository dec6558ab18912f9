/** The fixture pages of the adapters, with what each must yield. */
import { globSync, readFileSync } from 'node:fs';
import type { Adapter } from '#schema/adapter.ts';
import { adapters } from './adapters.ts';

/** Fields of one post; `has` is a part of its text, `id` the site's own, `links` some of them. */
export interface ExpectedPost {
  kind: string;
  has: string;
  id?: string;
  title?: string;
  author?: string;
  company?: string;
  place?: string;
  pay?: string;
  partial?: boolean;
  links?: string[];
}

export interface ExpectedPage {
  name: string;
  adapter: Adapter | undefined;
  /** Function of `finder.ts` that reads the page. */
  reader: 'postsOf' | 'jobPostings' | 'anyPosts';
  url: string;
  html: string;
  origin: string;
  posts: number;
  kinds: Record<string, number>;
  first: ExpectedPost;
  also?: ExpectedPost[];
}

/** Folders of the readers that need no adapter. */
const READERS: Record<string, ExpectedPage['reader']> = {
  article: 'anyPosts',
  jsonld: 'jobPostings',
};
/** Folders that hold pages of no site; what stands in `behaviour` has tests of its own. */
export const WITHOUT_ADAPTER = ['behaviour', ...Object.keys(READERS)];

/** Every page of an adapter or of a reader that needs none, sorted by name. */
export function expectedPages(): ExpectedPage[] {
  return globSync('tests/pages/*/*.html')
    .map((file) => file.replaceAll('\\', '/').slice('tests/pages/'.length, -'.html'.length))
    .filter((name) => !name.startsWith('behaviour/'))
    .sort()
    .map((name) => {
      const folder = name.split('/')[0]!;
      return {
        ...JSON.parse(readFileSync(`tests/pages/${name}.json`, 'utf8')),
        name,
        html: readFileSync(`tests/pages/${name}.html`, 'utf8'),
        adapter: adapters.find(({ id }) => id === folder),
        reader: READERS[folder] ?? 'postsOf',
      };
    });
}
