import type { Post } from '#schema/post.ts';
import { z } from '#schema/zod.ts';
import { textPost } from './post.ts';

const Id = z.union([z.string(), z.number()]);
const Row = z.object({
  id: z.optional(z.nullable(Id)),
  text: z.string(),
  title: z.optional(z.nullable(z.string())),
  site: z.optional(z.nullable(z.string())),
  links: z.optional(z.nullable(z.array(z.string()))),
});

/** One line of a `--jsonl` input: a post, or what is wrong with the line. */
export type ReadRow =
  | { id?: string | number; post: Post }
  | { id?: string | number; error: string };

/** Reads one line; other fields are ignored, `lang` too: all languages are looked for at once. */
export function readRow(line: string): ReadRow {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { error: 'not JSON' };
  }
  const id = Id.safeParse(value instanceof Object && 'id' in value ? value.id : undefined).data;
  const named = id === undefined ? {} : { id };
  const row = Row.safeParse(value);
  if (!row.success) {
    const [issue] = row.error.issues;
    return { ...named, error: `${issue?.path.join('.') || 'line'}: ${issue?.message}` };
  }
  const { text, title, site, links } = row.data;
  const post: Post = {
    ...textPost(String(id ?? ''), text),
    ...(title ? { title } : {}),
    ...(site ? { site } : {}),
    links: links ?? [],
  };
  return { ...named, post };
}
