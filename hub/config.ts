import { resolve } from 'node:path';
import { z } from '#schema/zod.ts';
import { type TrustedProxies, trustedProxies } from './http/network.ts';

/** How a hub is told what to do: by the environment, as containers do it. */
export interface Config {
  /** Folder of everything that is kept. */
  readonly data: string;
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** Under which volunteers and maintainers reach it; else the address that it listens at. */
  readonly origin: string | undefined;
  readonly databaseUrl: string | undefined;
  readonly proxies: TrustedProxies;
  /** The compiled ruleset. */
  readonly rules: string;
}

const Environment = z.object({
  LUREWATCH_HUB_DATA: z._default(z.string(), 'hub-data'),
  LUREWATCH_HUB_HOST: z._default(z.string(), '127.0.0.1'),
  LUREWATCH_HUB_PORT: z._default(z.string().check(z.regex(/^\d{1,5}$/)), '8480'),
  LUREWATCH_HUB_ORIGIN: z.optional(z.url({ protocol: /^https?$/ })),
  LUREWATCH_HUB_PROXIES: z._default(z.string(), ''),
  LUREWATCH_HUB_RULES: z._default(z.string(), '.output/ruleset/ruleset.bin'),
  DATABASE_URL: z.optional(z.string().check(z.regex(/^postgres(ql)?:\/\//))),
});

/** What is wrong with the environment, for whoever starts the hub. */
export class ConfigError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ConfigError';
  }
}

/** @throws {ConfigError} */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const given = Object.entries(environment).filter(([, value]) => value !== '');
  const parsed = z.safeParse(Environment, Object.fromEntries(given));
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!;
    throw new ConfigError(`${path.join('.')}: ${message}`);
  }
  const { data } = parsed;
  const origin = data.LUREWATCH_HUB_ORIGIN;
  return {
    data: resolve(data.LUREWATCH_HUB_DATA),
    host: data.LUREWATCH_HUB_HOST,
    port: Number(data.LUREWATCH_HUB_PORT),
    origin: origin && new URL(origin).origin,
    databaseUrl: data.DATABASE_URL,
    proxies: proxiesIn(data.LUREWATCH_HUB_PROXIES),
    rules: resolve(data.LUREWATCH_HUB_RULES),
  };
}

function proxiesIn(text: string): TrustedProxies {
  const prefixes = text
    .split(',')
    .map((prefix) => prefix.trim())
    .filter(Boolean);
  try {
    return trustedProxies(prefixes);
  } catch (error) {
    const reason = error instanceof Error ? error.message : error;
    throw new ConfigError(`LUREWATCH_HUB_PROXIES: ${reason}`);
  }
}
