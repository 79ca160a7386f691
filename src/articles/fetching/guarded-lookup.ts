import { type LookupAddress, lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';

/** What a name led to that may not be connected to. */
export class PrivateAddress extends Error {
  override name = 'PrivateAddress';
}

/** For tests: another way from a name to addresses. */
export type ResolveName = (
  host: string,
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

const resolveBySystem: ResolveName = (host, done) => lookup(host, { all: true }, done);

/**
 * The look-up of the very connection that is then made: a name that leads elsewhere a moment later gains nothing.
 * One address that is not allowed among several refuses them all.
 */
export const guardedLookup =
  (allows: (address: string) => boolean, resolve: ResolveName = resolveBySystem): LookupFunction =>
  (host, options, done) => {
    resolve(host, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error || !first) return done(error ?? new Error('no address'), '', 0);
      if (!addresses.every(({ address }) => allows(address))) return done(new PrivateAddress(), '', 0);
      if (options.all) return done(null, addresses);
      done(null, first.address, first.family);
    });
  };
