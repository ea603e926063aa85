// The address of a search: parseSearch and searchAddress are inverses. What is not understood is left out, never guessed at.
import { isSearchKind, LONGEST_QUESTION, type SearchKind } from '@/lib/domain/search/kinds'

export type SearchAddress = {
  q: string
  kind: SearchKind | null
  negotiation: string | null
  /** How many results are left out before the page shown. */
  from: number
}

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/
const FURTHEST = 1000

export function parseSearch(query: URLSearchParams): SearchAddress {
  const kind = query.get('kind') ?? ''
  const negotiation = query.get('negotiation') ?? ''
  const from = query.get('from') ?? ''
  return {
    q: (query.get('q') ?? '').replaceAll('\0', '').slice(0, LONGEST_QUESTION).toWellFormed(),
    kind: isSearchKind(kind) ? kind : null,
    negotiation: SLUG.test(negotiation) && negotiation.length <= 80 ? negotiation : null,
    from: isSearchKind(kind) && /^\d{1,4}$/.test(from) && Number(from) <= FURTHEST ? Number(from) : 0,
  }
}

export function searchAddress({ q, kind, negotiation, from }: SearchAddress): string {
  const query = new URLSearchParams()
  if (q) query.set('q', q)
  if (kind) query.set('kind', kind)
  if (negotiation) query.set('negotiation', negotiation)
  if (kind && from > 0) query.set('from', String(from))
  const text = query.toString()
  return text ? `/search?${text}` : '/search'
}
