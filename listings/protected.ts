/** Names that must never be listed by accident: large lawful hosts, messengers, shorteners, banks. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getDomain, getPublicSuffix, parse } from 'tldts';
import type { Adapter } from '#schema/adapter.ts';
import type { IndicatorType } from '#schema/listing.ts';
import type { HelpSource } from '#schema/rules.ts';

/** Hosts of others below a name (`*.blogspot.com`) belong to their own makers. */
const PSL = { allowPrivateDomains: true };

/** Lines of a list that hold something: without comments and blank ones. */
export const namesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line !== '');

/** Every protected name of `rules/protected/`. */
export function readProtected(rules: string): ReadonlySet<string> {
  const folder = join(rules, 'protected');
  if (!existsSync(folder)) return new Set();
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return new Set(files.flatMap((name) => namesOf(readFileSync(join(folder, name), 'utf8'))));
}

/** The domains of sites that we read, and of offices to which we send people. */
export function ownersIn(
  sites: readonly Pick<Adapter, 'match'>[],
  help: readonly Pick<HelpSource, 'url' | 'email'>[],
): Set<string> {
  const hosts = [
    ...sites.flatMap(({ match }) => match.map((pattern) => pattern.replace('*.', ''))),
    ...help.flatMap(({ url = '', email = '' }) => [url, email]),
  ];
  return new Set(hosts.flatMap((host) => getDomain(host, PSL) ?? []));
}

/**
 * Why a party must not be listed; `undefined` where it may. Below a protected name only addresses
 * with a path can be listed.
 * @param value in its normal form
 */
export function faultOf(
  type: IndicatorType,
  value: string,
  names: ReadonlySet<string>,
): string | undefined {
  switch (type) {
    case 'domain':
      return faultOfDomain(value, names);
    case 'url':
      return /^[^/]+\/./.test(value)
        ? faultOfHost(value.split('/')[0]!)
        : 'is a host without a path';
    case 'email':
      return /^[^@\s]+@[^@\s]+$/.test(value) ? faultOfHost(value.split('@')[1]!) : 'is no e-mail';
    case 'phone':
    case 'whatsapp':
      return /^\d{7,15}$/.test(value) ? undefined : 'is no phone number with its country code';
    case 'wallet':
      return /^[A-Za-z0-9]{26,128}$/.test(value) ? undefined : 'is no wallet';
    default:
      return /^\S{2,64}$/.test(value) ? undefined : 'is no handle';
  }
}

function faultOfHost(host: string): string | undefined {
  const { isIcann, isPrivate, isIp, hostname } = parse(host, PSL);
  return hostname === host && !isIp && (isIcann || isPrivate) ? undefined : 'is no host';
}

function faultOfDomain(domain: string, names: ReadonlySet<string>): string | undefined {
  const fault = faultOfHost(domain);
  if (fault) return fault;
  if (getPublicSuffix(domain, PSL) === domain) return 'is a public suffix: many own names below it';
  const owner = getDomain(domain, PSL) ?? domain;
  if (names.has(domain) || names.has(owner))
    return `is protected (${owner}); list an address with a path`;
  return undefined;
}
