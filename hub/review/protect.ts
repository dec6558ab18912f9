/** Who may do what on the review page, and requests that only our own page may send. */
import type { Context, MiddlewareHandler } from 'hono';
import type { Me, Role } from '#schema/review.ts';
import { ApiError } from '../http/problem.ts';

const MAY: Readonly<Record<Role, readonly Role[]>> = {
  auditor: ['auditor'],
  reviewer: ['auditor', 'reviewer'],
  publisher: ['auditor', 'reviewer', 'publisher'],
  admin: ['auditor', 'reviewer', 'publisher', 'admin'],
};

/** @throws {ApiError} `forbidden` unless the maintainer has at least this role */
export function need(me: Me, role: Role): void {
  if (!MAY[me.role].includes(role)) throw new ApiError('forbidden', `This needs a ${role}`);
}

const changes = ({ req }: Context): boolean => req.method !== 'GET' && req.method !== 'HEAD';

/**
 * Refuses what another site makes a signed-in browser send. The cookie alone keeps them out where
 * browsers keep to `SameSite`; the origin is the second lock.
 */
export const sameOrigin =
  (origin: string): MiddlewareHandler =>
  async (context, next) => {
    if (changes(context) && context.req.header('Origin') !== origin)
      throw new ApiError('forbidden', 'This request comes from another site');
    return next();
  };
