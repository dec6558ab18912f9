import { expect, it } from 'vitest';
import { hashNetwork, networkOf, trustedProxies } from './network.ts';

const proxies = trustedProxies(['10.0.0.0/8', '::1']);

it.each([
  ['203.0.113.9', '', '203.0.113.0/24'],
  ['::ffff:203.0.113.9', '', '203.0.113.0/24'],
  ['2001:db8:1:2:3::4', '', '2001:db8:1::/48'],
  // Behind a proxy of ours its word counts, and only the last address that is not ours.
  ['10.0.0.1', '198.51.100.7', '198.51.100.0/24'],
  ['10.0.0.1', '198.51.100.7, 10.9.9.9', '198.51.100.0/24'],
  ['10.0.0.1', '192.0.2.1, 198.51.100.7', '198.51.100.0/24'],
  ['::1', '2001:db8::1', '2001:db8::/48'],
  // From anybody else it is the client's own word.
  ['203.0.113.9', '198.51.100.7', '203.0.113.0/24'],
  ['10.0.0.1', 'constructor', '10.0.0.0/24'],
  ['10.0.0.1', '', '10.0.0.0/24'],
  ['', '', 'unknown'],
])('%j with %j comes from %s', (peer, forwarded, network) => {
  expect(networkOf(peer, forwarded, proxies)).toBe(network);
});

it('hashes a network so that another week does not know it again', () => {
  const hash = hashNetwork('203.0.113.0/24', 'a');
  expect(hash).toMatch(/^[0-9a-f]{24}$/);
  expect(hashNetwork('203.0.113.0/24', 'b')).not.toBe(hash);
});
