/** Answers in the words of OpenAPI, by the schemas that they are checked with. */
import { resolver } from 'hono-openapi';
import { Problem } from '#schema/hub.ts';
import type { z } from '#schema/zod.ts';

export const jsonBody = (schema: z.ZodMiniType) => ({
  content: { 'application/json': { schema: resolver(schema) } },
});

export const answers = (description: string, schema: z.ZodMiniType) => ({
  description,
  ...jsonBody(schema),
});

/** An error, as `problem.ts` answers it. */
export const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: resolver(Problem) } },
});
