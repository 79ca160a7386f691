import { isIP } from 'node:net';
import type { AddressDanger } from '../../domain/problem.ts';

/** Which addresses and ports may be fetched from: the internet's, or in a test its own server. */
export interface Allowance {
  allowsAddress: (address: string) => boolean;
  ports: readonly number[];
}

const defaultPorts: { readonly [protocol: string]: number } = { 'http:': 80, 'https:': 443 };

/** The address, or why nothing is fetched from it. A name is checked when it is connected to. */
export function checkedAddress(
  text: string,
  { allowsAddress, ports }: Allowance,
  base?: URL,
): URL | { danger: AddressDanger } {
  if (!URL.canParse(text, base?.href)) return { danger: 'unreadable' };
  const url = new URL(text, base);
  const port = defaultPorts[url.protocol];
  if (port === undefined) return { danger: 'scheme' };
  if (url.username !== '' || url.password !== '') return { danger: 'credentials' };
  if (!ports.includes(url.port === '' ? port : Number(url.port))) return { danger: 'port' };
  const host = bareHost(url);
  // Node looks no number up, so it would never ask about this one.
  if (isIP(host) !== 0 && !allowsAddress(host)) return { danger: 'private' };
  return url;
}

/** Without the brackets of an IPv6 address. */
export const bareHost = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');
