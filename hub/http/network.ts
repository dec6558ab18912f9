/** Which network a request comes from: enough to see a flood, too little to find a person. */
import { createHmac } from 'node:crypto';
import ipaddr from 'ipaddr.js';

/** Homes and mobile networks hold prefixes of these lengths. */
const PREFIX = { ipv4: 24, ipv6: 48 } as const;

/** Proxies whose word on the client's address is taken, as CIDR prefixes. */
export type TrustedProxies = readonly [ipaddr.IPv4 | ipaddr.IPv6, number][];

/** @throws {Error} for what is no address or prefix */
export const trustedProxies = (prefixes: readonly string[]): TrustedProxies =>
  prefixes.map((prefix) =>
    ipaddr.parseCIDR(
      prefix.includes('/') ? prefix : `${prefix}/${prefix.includes(':') ? 128 : 32}`,
    ),
  );

const isTrusted = (address: ipaddr.IPv4 | ipaddr.IPv6, proxies: TrustedProxies): boolean =>
  proxies.some(([base, bits]) => base.kind() === address.kind() && address.match(base, bits));

/**
 * The network of a client, as `203.0.113.0/24`: of the last hop, or of the last address in
 * `X-Forwarded-For` that no trusted proxy has. What stands further left is the client's own word.
 */
export function networkOf(peer: string, forwardedFor: string, proxies: TrustedProxies): string {
  const hops = [...forwardedFor.split(',').map((hop) => hop.trim()), peer]
    .filter(Boolean)
    .reverse();
  let network = 'unknown';
  for (const hop of hops) {
    if (!ipaddr.isValid(hop)) return network;
    const address = ipaddr.process(hop);
    network = prefixOf(address);
    if (!isTrusted(address, proxies)) return network;
  }
  return network;
}

/** By hand: of what the library parses anew for each mask, only the bytes are needed. */
function prefixOf(address: ipaddr.IPv4 | ipaddr.IPv6): string {
  const bits = PREFIX[address.kind()];
  const bytes = address.toByteArray().map((byte, index) => (index * 8 < bits ? byte : 0));
  return `${ipaddr.fromByteArray(bytes)}/${bits}`;
}

/** A network as it is stored: without the salt of its week nobody can tell which it was. */
export const hashNetwork = (network: string, salt: string): string =>
  createHmac('sha256', salt).update(network).digest('hex').slice(0, 24);
