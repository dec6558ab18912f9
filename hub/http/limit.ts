import type { HttpBindings } from '@hono/node-server';
import type { MiddlewareHandler } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { networkOf, type TrustedProxies } from './network.ts';
import { ApiError } from './problem.ts';

/** What a route knows of where a request comes from. */
export type FromNetwork = { Bindings: HttpBindings; Variables: { network: string } };

/**
 * Notes the network of each request, and refuses those of a network that sends too many. Counted by
 * each hub alone: what is decided by numbers is counted in the database.
 * @param perMinute requests of one network
 */
export function limitRate(
  perMinute: number,
  proxies: TrustedProxies,
): MiddlewareHandler<FromNetwork> {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  return async (context, next) => {
    const { remoteAddress = '' } = context.env.incoming.socket;
    const network = networkOf(remoteAddress, context.req.header('X-Forwarded-For') ?? '', proxies);
    context.set('network', network);
    await limiter.consume(network).catch((rejected: unknown) => {
      if (!(rejected instanceof RateLimiterRes)) throw rejected;
      throw new ApiError('too-many', undefined, Math.ceil(rejected.msBeforeNext / 1_000));
    });
    return next();
  };
}
