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
  url: string;
  html: string;
  origin: string;
  posts: number;
  kinds: Record<string, number>;
  first: ExpectedPost;
  also?: ExpectedPost[];
}

/** Folders that no adapter reads: pages for the readers that work everywhere, and behaviour. */
export const WITHOUT_ADAPTER = ['article', 'behaviour', 'jsonld'];

/** Every page in the folder of an adapter, sorted by name; a folder without one has none. */
export function expectedPages(): ExpectedPage[] {
  return globSync('tests/pages/*/*.html')
    .map((file) => file.replaceAll('\\', '/').slice('tests/pages/'.length, -'.html'.length))
    .filter((name) => !WITHOUT_ADAPTER.includes(name.split('/')[0]!))
    .sort()
    .map((name) => ({
      ...JSON.parse(readFileSync(`tests/pages/${name}.json`, 'utf8')),
      name,
      html: readFileSync(`tests/pages/${name}.html`, 'utf8'),
      adapter: adapters.find(({ id }) => id === name.split('/')[0]),
    }));
}
