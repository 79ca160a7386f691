import { isPublicAddress } from '../../src/articles/fetching/public-address.ts';

describe('which addresses are on the internet at large', () => {
  test.each(['93.184.216.34', '8.8.8.8', '2606:2800:220:1:248:1893:25c8:1946', '::ffff:93.184.216.34'])(
    '%s is',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  test.each([
    ['this machine', '127.0.0.1'],
    ['this machine, by another number', '127.8.9.10'],
    ['this machine in IPv6', '::1'],
    ['this machine, written as IPv4 in IPv6', '::ffff:127.0.0.1'],
    ['the same in hexadecimal', '::ffff:7f00:1'],
    ['the same in the old way', '::127.0.0.1'],
    ['any address', '0.0.0.0'],
    ['any address of this net', '0.1.2.3'],
    ['any address in IPv6', '::'],
    ['a private network', '10.1.2.3'],
    ['a private network', '172.31.255.1'],
    ['a private network', '192.168.0.1'],
    ['a private network, as IPv6', '::ffff:192.168.0.1'],
    ['a unique local address', 'fd12:3456::1'],
    ['a carrier’s own network', '100.64.0.1'],
    ['a cloud’s metadata', '169.254.169.254'],
    ['a cloud’s metadata in IPv6', 'fd00:ec2::254'],
    ['a cloud’s metadata by a public number', '168.63.129.16'],
    ['a cloud’s metadata in a carrier’s network', '100.100.100.200'],
    ['a link', 'fe80::1'],
    ['a link with its zone', 'fe80::1%eth0'],
    ['a site', 'fec0::1'],
    ['many at once', '224.0.0.1'],
    ['many at once in IPv6', 'ff02::1'],
    ['everybody', '255.255.255.255'],
    ['reserved', '240.0.0.1'],
    ['benchmarks', '198.18.0.1'],
    ['documents', '192.0.2.1'],
    ['documents in IPv6', '2001:db8::1'],
    ['IPv4 through a translator', '64:ff9b::7f00:1'],
    ['IPv4 through a local translator', '64:ff9b:1::7f00:1'],
    ['IPv4 through 6to4', '2002:7f00:1::'],
    ['IPv4 through Teredo', '2001:0:4136:e378::1'],
    ['no address', 'localhost'],
    ['nothing', ''],
  ])('%s is not: %s', (_what, address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
