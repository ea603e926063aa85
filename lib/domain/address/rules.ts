// Which parts of an address are names that may have changed. Pure.

export type AddressKind = 'negotiation' | 'party' | 'speaker' | 'topic' | 'demand' | 'event' | 'source'

/** A name in an address: which part of the path it is, or which parameter of the query. */
export type NameAt = { kind: AddressKind; slug: string; at: number | string }

const OWN_PAGES = ['on', 'known', 'shifts', 'events', 'sources']
const NAMED = ['party', 'demand', 'topic'] as const

/** The names in a public address, the negotiation first. Parts are counted from 0. */
export function namesIn(parts: readonly string[], query: URLSearchParams): NameAt[] {
  const [first, second, third] = parts
  const names: NameAt[] = []
  const add = (kind: AddressKind, at: number) => {
    const slug = parts[at]?.replace(/\.[a-z]+$/, '')
    if (slug) names.push({ kind, slug, at })
  }
  const inNegotiation = (from: number) => {
    add('negotiation', from)
    const page = parts[from + 1]
    if (page === 'party' || page === 'demand') add(page, from + 2)
    else if (page !== undefined && !OWN_PAGES.includes(page)) {
      add('demand', from + 1)
      add('party', from + 2)
    }
  }
  if (first === 'sources') add('source', 1)
  else if (first === 'feeds' || first === 'embed' || first === 'picture') {
    if (second !== 'e') inNegotiation(1)
  } else if (first === 'api') {
    if (third === 'sources') add('source', 3)
    if (third === 'negotiations') add('negotiation', 3)
  } else inNegotiation(0)
  for (const kind of NAMED)
    for (const slug of query.get(kind)?.split(',') ?? []) if (slug) names.push({ kind, slug, at: kind })
  return names
}

/** The address with these names put in place of those that stand there; null when none of them is another. */
export function withNames(
  parts: readonly string[],
  query: URLSearchParams,
  present: readonly (NameAt & { present: string })[],
): string | null {
  if (present.every(({ slug, present: now }) => slug === now)) return null
  const path = [...parts]
  const asked = new URLSearchParams(query)
  for (const { at, slug, present: now } of present) {
    if (typeof at === 'number') path[at] = now + (path[at] as string).slice(slug.length)
    else
      asked.set(at, [...new Set((asked.get(at) ?? '').split(',').map((one) => (one === slug ? now : one)))].join(','))
  }
  const words = asked.toString().replaceAll('%2C', ',')
  return `/${path.map(encodeURIComponent).join('/')}${words ? `?${words}` : ''}`
}
