/** Errors as RFC 9457 writes them: what was wrong in words, and never what stood in the request. */
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Problem } from '#schema/hub.ts';

const PROBLEMS = {
  'not-json': [400, 'The body is no JSON'],
  invalid: [400, 'The body is not what the API asks for'],
  unsigned: [401, 'The request is not signed by the key that it names'],
  'signed-out': [401, 'Sign in first'],
  forbidden: [403, 'Not allowed'],
  'not-found': [404, 'There is nothing here'],
  conflict: [409, 'It has changed meanwhile'],
  'key-reused': [409, 'This idempotency key belongs to another report'],
  'too-large': [413, 'The body is too large'],
  'media-type': [415, 'The body has to be application/json'],
  refused: [422, 'This can not be done'],
  'too-many': [429, 'Too many requests'],
  failed: [500, 'The hub failed'],
  unavailable: [503, 'The hub can not keep anything at the moment'],
} as const satisfies Record<string, readonly [ContentfulStatusCode, string]>;

export type ProblemCode = keyof typeof PROBLEMS;

/** Why a request is not done; thrown by handlers, answered by the app. */
export class ApiError extends Error {
  readonly code: ProblemCode;
  readonly detail: string | undefined;
  /** Seconds after which to try again. */
  readonly retryAfter: number | undefined;

  constructor(code: ProblemCode, detail?: string, retryAfter?: number) {
    super(detail ?? PROBLEMS[code][1]);
    this.name = 'ApiError';
    this.code = code;
    this.detail = detail;
    this.retryAfter = retryAfter;
  }
}

/** The answer to a request that failed. */
export function answerProblem(context: Context, error: ApiError): Response {
  const [status, title] = PROBLEMS[error.code];
  const problem: Problem = {
    type: `urn:lurewatch:problem:${error.code}`,
    title,
    status,
    ...(error.detail === undefined ? {} : { detail: error.detail }),
  };
  if (error.retryAfter !== undefined) context.header('Retry-After', String(error.retryAfter));
  return context.json(problem, status, { 'Content-Type': 'application/problem+json' });
}
