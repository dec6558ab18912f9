/** Requests to the hub that serves the page: each answer parsed once. */
import { Problem } from '#schema/hub.ts';
import { z } from '#schema/zod.ts';

/** What the hub refused, in its words. */
export class RefusedError extends Error {
  readonly status: number;

  constructor({ title, detail, status }: Problem) {
    super(detail ?? title);
    this.name = 'RefusedError';
    this.status = status;
  }
}

/** @throws {RefusedError} */
export async function ask<S extends z.ZodMiniType>(
  path: string,
  schema: S,
  body?: unknown,
): Promise<z.infer<S>> {
  const response = await fetch(path, {
    ...(body === undefined
      ? {}
      : {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(body),
        }),
  });
  const json: unknown = await response.json();
  if (!response.ok) throw new RefusedError(z.parse(Problem, json));
  return z.parse(schema, json);
}

/** What went wrong, in words for the page. */
export const wordsOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
