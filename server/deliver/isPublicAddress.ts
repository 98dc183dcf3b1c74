import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** What is not reachable over the public internet, or is a machine's own (IANA special-purpose registries). */
const notPublic = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  // The host agent of a large cloud: a public number that only its own machines reach.
  ['168.63.129.16', 32],
] as const)
  notPublic.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of [
  // Teredo, benchmarks, ORCHID; documentation; 6to4, which wraps an IPv4 address.
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  notPublic.addSubnet(network, bits, 'ipv6');

/** All addresses of IPv6 that are given out; mapped IPv4, NAT64, unique local, link local and multicast lie outside. */
const given = new BlockList();
given.addSubnet('2000::', 3, 'ipv6');

/** False for whatever is not a plain address, one with a zone (`fe80::1%eth0`) too. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !notPublic.check(address, 'ipv4');
  if (!isIPv6(address) || address.includes('%')) return false;
  return given.check(address, 'ipv6') && !notPublic.check(address, 'ipv6');
}
