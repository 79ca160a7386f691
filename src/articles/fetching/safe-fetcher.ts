import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { AddressFailure, Problem } from '../../domain/problem.ts';
import { mostBytes } from '../limits.ts';
import { type Allowance, bareHost, checkedAddress } from './checked-address.ts';
import { guardedLookup, PrivateAddress, type ResolveName } from './guarded-lookup.ts';
import { isPublicAddress } from './public-address.ts';
import { retryAfterMs } from './retry-after.ts';
import { acceptedEncodings, unpackedBody } from './unpacked-body.ts';

/** What the server said of the version it gave, to be asked by the next time. */
export interface Version {
  etag?: string;
  lastModified?: string;
}
export type Fetched =
  | ({ outcome: 'fetched'; bytes: Uint8Array; mediaType: string; url: string } & Version)
  | { outcome: 'unchanged' };

type SentOn = { location: string };

/** For tests: a server of their own, and less patience. */
interface Seams extends Partial<Allowance> {
  resolveName?: ResolveName;
  timeLimitMs?: number;
  mostBytes?: number;
}

const mostRedirects = 5;
const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const userAgent = 'Slugline/0.1 (newsroom briefing app; reads feeds)';

/**
 * Fetches from addresses that strangers may have chosen: http and https on their own ports, the public internet
 * only, asked anew at each redirect and held to it while connecting; never much, never long, never as anybody.
 */
export class SafeFetcher {
  private readonly seams: Required<Omit<Seams, 'resolveName'>> & Pick<Seams, 'resolveName'>;

  constructor(seams: Seams = {}) {
    this.seams = {
      ...{ allowsAddress: isPublicAddress, ports: [80, 443], timeLimitMs: 15_000, mostBytes },
      ...seams,
    };
  }

  /** Rejects only when `signal` calls it off. */
  async fetch(address: string, known: Version = {}, signal?: AbortSignal): Promise<Fetched | Problem> {
    const limit = AbortSignal.timeout(this.seams.timeLimitMs);
    const end = signal ? AbortSignal.any([limit, signal]) : limit;
    let [next, base]: [string, URL | undefined] = [address, undefined];
    for (let hops = 0; hops <= mostRedirects; hops += 1) {
      const url = checkedAddress(next, this.seams, base);
      const host = url instanceof URL ? url.host : (base?.host ?? hostShown(address));
      if (!(url instanceof URL)) return { problem: 'address-refused', host, why: url.danger };
      try {
        const answer = await this.ask(url, known, end);
        if (!('location' in answer)) return answer;
        next = answer.location;
      } catch (error) {
        signal?.throwIfAborted();
        if (error instanceof PrivateAddress) return { problem: 'address-refused', host, why: 'private' };
        return failed(host, limit.aborted ? 'slow' : 'unreachable');
      }
      base = url;
    }
    return failed(base?.host ?? '', 'redirects');
  }

  private async ask(url: URL, known: Version, signal: AbortSignal): Promise<Fetched | Problem | SentOn> {
    const response = await this.responseOf(url, known, signal);
    try {
      const { statusCode: status = 0, headers } = response;
      if (redirects.has(status) && headers.location) return { location: headers.location };
      if (status === 304) return { outcome: 'unchanged' };
      if (status !== 200) {
        const wait = retryAfterMs(headers['retry-after']);
        return {
          ...failed(url.host, 'status'),
          status,
          ...(wait === undefined ? {} : { retryAfterMs: wait }),
        };
      }
      const bytes = await unpackedBody(response, this.seams.mostBytes);
      if ('fault' in bytes) return failed(url.host, bytes.fault);
      return {
        ...{ outcome: 'fetched', bytes, url: url.href, mediaType: headers['content-type'] ?? '' },
        ...(headers.etag ? { etag: headers.etag } : {}),
        ...(headers['last-modified'] ? { lastModified: headers['last-modified'] } : {}),
      };
    } finally {
      response.destroy();
    }
  }

  private responseOf(url: URL, known: Version, signal: AbortSignal): Promise<IncomingMessage> {
    const { allowsAddress, resolveName } = this.seams;
    const request = url.protocol === 'https:' ? requestHttps : requestHttp;
    const headers = {
      'user-agent': userAgent,
      accept: 'application/rss+xml, application/atom+xml, application/feed+json, text/html;q=0.8, */*;q=0.5',
      'accept-encoding': acceptedEncodings,
      ...(known.etag ? { 'if-none-match': known.etag } : {}),
      ...(known.lastModified ? { 'if-modified-since': known.lastModified } : {}),
    };
    return new Promise((resolve, reject) => {
      // A connection of its own for each: one that is kept open was checked for another name.
      const lookup = guardedLookup(allowsAddress, resolveName);
      const options = { host: bareHost(url), headers, signal, lookup, agent: false, maxHeaderSize: 16_384 };
      request(url, options).on('response', resolve).on('error', reject).end();
    });
  }
}

const failed = (host: string, why: AddressFailure) =>
  ({ problem: 'address-failed', host, why }) as const satisfies Problem;

/** The name alone: an address may carry a password, or a key in its path. */
const hostShown = (address: string): string =>
  URL.canParse(address) ? new URL(address).host || address.slice(0, 40) : address.slice(0, 40);
