/** The adapters under `rules/sites/`, as the build takes them. */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { Adapter } from '#schema/adapter.ts';

export const adapters: Adapter[] = readdirSync('rules/sites')
  .sort()
  .map((file) => {
    const adapter = Adapter.parse(parse(readFileSync(`rules/sites/${file}`, 'utf8')));
    if (`${adapter.id}.yaml` !== file) throw new Error(`${file} holds the adapter ${adapter.id}`);
    return adapter;
  });

const SPECIAL = new Set([':self', 'url()']);

/** Every CSS selector of an adapter, attributes cut off. */
export function selectorsOf({ posts }: Adapter): string[] {
  return posts.flatMap((shape) =>
    Object.entries(shape)
      .filter(([key, value]) => Array.isArray(value) && !['paths', 'hosts'].includes(key))
      .flatMap(([, value]) => value as string[])
      .filter((selector) => !SPECIAL.has(selector))
      .map((selector) => selector.replace(/@[a-zA-Z_][\w-]*$/, ''))
      .filter((selector) => selector !== ''),
  );
}
