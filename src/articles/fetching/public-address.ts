import ipaddr from 'ipaddr.js';

/** Public by its number, but a cloud's own: https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16 */
const ofClouds = new Set(['168.63.129.16']);

/**
 * Whether an address is on the internet at large: not on this machine, in a private or shared network, link-local
 * (where clouds keep their metadata), multicast, reserved, nor an IPv6 address that leads to such an IPv4 one.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address.split('%')[0] ?? '');
  if (parsed.range() !== 'unicast') return false;
  if (parsed.kind() === 'ipv4') return !ofClouds.has(parsed.toString());
  // Only this block is given out: the rest of what counts as unicast has old and odd ways back to IPv4.
  return parsed.match(ipaddr.parseCIDR('2000::/3'));
}
