import ipaddr from 'ipaddr.js'

/**
 * Whether an IP address is one that anybody on the internet may reach: unicast, and in none of the ranges kept for machines at home, tests,
 * tunnels or later use. IPv6 forms that carry an IPv4 address inside (mapped, translated, 6to4, Teredo) are refused whole: no publisher
 * needs them, and behind each a private address can hide. Not an address at all is not public.
 */
export function isPublicAddress(text: string): boolean {
  // A zone ("fe80::1%eth0") names a network card of this machine.
  if (text.includes('%') || !(ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text))) return false
  const address = ipaddr.parse(text)
  if (address.range() !== 'unicast') return false
  return NOT_PUBLIC.every((range) => !within(address, range))
}

// What the registries of IANA for special purposes hold beyond what the library names, or its version may not name yet.
const NOT_PUBLIC = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '::/96', // unspecified, loopback, IPv4-compatible
  '::ffff:0:0/96', // IPv4-mapped
  '::ffff:0:0:0/96', // IPv4-translated
  '64:ff9b::/96', // NAT64
  '64:ff9b:1::/48', // NAT64 inside a network
  '100::/64', // discard
  '2001::/23', // Teredo, benchmarks, ORCHID and other protocols
  '2001:db8::/32', // documentation
  '2002::/16', // 6to4
  '3fff::/20', // documentation
  '5f00::/16', // segment routing
  'fc00::/7', // unique local
  'fe80::/10', // link-local
  'fec0::/10', // site-local
  'ff00::/8', // multicast
].map((range) => ipaddr.parseCIDR(range))

type Address = ReturnType<typeof ipaddr.parse>
type Range = (typeof NOT_PUBLIC)[number]

const within = (address: Address, [network, bits]: Range): boolean =>
  address.kind() === network.kind() && address.match([network, bits] as never)
