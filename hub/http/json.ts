import type { Context } from 'hono';
import { z } from '#schema/zod.ts';
import { ApiError } from './problem.ts';

/** Largest body of what people type on a page. */
const MOST_BYTES = 64 * 1024;

/** @throws {ApiError} `media-type` */
export function needJson({ req }: Context): void {
  if (!/^application\/json\b/i.test(req.header('Content-Type') ?? ''))
    throw new ApiError('media-type');
}

/**
 * A body, parsed once.
 * @throws {ApiError} `not-json` or `invalid`, which names the field and quotes nothing of it
 */
export function parseBody<S extends z.ZodMiniType>(text: string, schema: S): z.infer<S> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new ApiError('not-json');
  }
  const parsed = z.safeParse(schema, json);
  if (parsed.success) return parsed.data;
  const { path, code } = parsed.error.issues[0]!;
  throw new ApiError('invalid', `${path.join('.') || 'body'}: ${code}`);
}

/** The body of what somebody typed on a page. @throws {ApiError} */
export async function jsonOf<S extends z.ZodMiniType>(
  context: Context,
  schema: S,
): Promise<z.infer<S>> {
  needJson(context);
  const { req } = context;
  if (!(Number(req.header('Content-Length')) <= MOST_BYTES)) throw new ApiError('too-large');
  return parseBody(await req.text(), schema);
}
