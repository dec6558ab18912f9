import type { Context } from 'hono';
import { z } from '#schema/zod.ts';
import { ApiError } from './problem.ts';

/** Largest body of what people type on a page. */
const MOST_BYTES = 64 * 1024;

/** The body of a request, parsed once. @throws {ApiError} */
export async function jsonOf<S extends z.ZodMiniType>(
  { req }: Context,
  schema: S,
): Promise<z.infer<S>> {
  if (!/^application\/json\b/i.test(req.header('Content-Type') ?? ''))
    throw new ApiError('media-type');
  if (!(Number(req.header('Content-Length')) <= MOST_BYTES)) throw new ApiError('too-large');
  const json: unknown = await req.json().catch(() => {
    throw new ApiError('not-json');
  });
  const parsed = z.safeParse(schema, json);
  if (parsed.success) return parsed.data;
  const { path, code } = parsed.error.issues[0]!;
  throw new ApiError('invalid', `${path.join('.') || 'body'}: ${code}`);
}
