// Addresses that a server must not be sent to, in every spelling that some program takes for one.

const HIDDEN_4 = [
  ...[
    '0.0.0.0',
    '0.1.2.3',
    '10.0.0.1',
    '10.255.255.255',
    '100.64.0.1',
    '100.127.255.254',
    '127.0.0.1',
    '127.0.0.9',
    '127.255.255.254',
  ],
  ...[
    '169.254.0.1',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.1',
    '192.0.0.170',
    '192.0.2.1',
    '192.88.99.1',
  ],
  ...[
    '192.168.0.1',
    '192.168.255.255',
    '198.18.0.1',
    '198.19.255.255',
    '198.51.100.7',
    '203.0.113.9',
    '224.0.0.1',
    '239.255.255.255',
  ],
  ...['240.0.0.1', '255.255.255.255'],
]
const HIDDEN_6 = [
  ...[
    '::',
    '::1',
    '100::1',
    '2001::1',
    '2001:2::1',
    '2001:10::1',
    '2001:20::1',
    '2001:db8::1',
    '2001:0:4136:e378::1',
    '3fff::1',
    '5f00::1',
  ],
  ...['fc00::1', 'fd12:3456:789a::1', 'fe80::1', 'febf::1', 'fec0::1', 'ff02::1', 'ff0e::1', '64:ff9b:1::1'],
]
export const PUBLIC_ADDRESSES = [
  '93.184.215.14',
  '1.1.1.1',
  '8.8.8.8',
  '172.15.0.1',
  '172.32.0.1',
  '100.63.0.1',
  '2606:4700:4700::1111',
  '2a00:1450:4001:81b::200e',
]

const parts = (address: string) => address.split('.').map(Number) as [number, number, number, number]
const whole = (address: string) => parts(address).reduce((sum, part) => sum * 256 + part, 0)
const hex = (number: number, length = 2) => number.toString(16).padStart(length, '0')
const pair = (address: string) => {
  const [a, b, c, d] = parts(address)
  return `${hex(a)}${hex(b)}:${hex(c)}${hex(d)}`
}

/** IPv6 addresses that carry an IPv4 address inside. */
const carriers = (address: string) => [
  `::ffff:${pair(address)}`,
  `::${pair(address)}`,
  `::ffff:0:${pair(address)}`,
  `64:ff9b::${pair(address)}`,
  `2002:${pair(address)}::1`,
]

/** As a resolver answers them. */
export const hiddenAddresses = (): string[] => [
  ...HIDDEN_4,
  ...HIDDEN_6,
  ...['127.0.0.1', '10.0.0.1', '169.254.169.254'].flatMap((address) => [...carriers(address), `::ffff:${address}`]),
]

const otherDigits = (text: string) => text.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)))

function spellings4(address: string): string[] {
  const [a, b, c, d] = parts(address)
  const octal = (number: number) => `0${number.toString(8)}`
  return [
    address,
    `${address}.`,
    [a, b, c, d].map(octal).join('.'),
    [a, b, c, d].map((part) => `0x${hex(part)}`).join('.'),
    `0x${hex(a)}.${b}.${octal(c)}.${d}`,
    String(whole(address)),
    `0x${hex(whole(address), 8)}`,
    `0${whole(address).toString(8)}`,
    `${a}.${whole(address) % 2 ** 24}`,
    `${a}.${b}.${c * 256 + d}`,
    otherDigits(address),
    address.replaceAll('.', '。'),
    address.replaceAll('.', '%2e'),
    `%${hex(String(address).charCodeAt(0))}${address.slice(1)}`,
  ]
}

/** As the host of a web address. */
export function hostSpellings(): string[] {
  const four = HIDDEN_4.filter((_, at) => at % 2 === 0 || at === 10).flatMap(spellings4)
  const six = [
    ...HIDDEN_6,
    ...HIDDEN_4.filter((_, at) => at % 3 === 0).flatMap(carriers),
    '::ffff:127.0.0.1',
    '::ffff:7f00:0001',
    '0:0:0:0:0:0:0:1',
  ]
  const names = ['localhost', 'LOCALHOST', 'localhost.', 'a.localhost']
  return [...new Set([...four, ...six.map((address) => `[${address}]`), ...names])]
}
