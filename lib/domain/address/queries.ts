import 'server-only'
import { published } from '@/lib/db/read'
import { type NameAt, namesIn, withNames } from './rules'

/** Where an address leads now that used to lead somewhere: with the present names in it. Null when every name in it is present, or was never one. */
export async function findPresentAddress(address: string): Promise<string | null> {
  const url = new URL(address, 'http://parley.invalid')
  const parts = url.pathname.split('/').filter(Boolean).map(decodeURIComponent)
  const names = namesIn(parts, url.searchParams)
  let negotiation: string | null = null
  const present: (NameAt & { present: string })[] = []
  for (const name of names) {
    const ofAll = name.kind === 'negotiation' || name.kind === 'source'
    const row: { present: string } | null = await published().publishedFormerAddress.findFirst({
      where: { kind: name.kind, negotiation: ofAll ? null : negotiation, former: name.slug },
    })
    const now: string = row?.present ?? name.slug
    if (name.kind === 'negotiation') negotiation = now
    present.push({ ...name, present: now })
  }
  return withNames(parts, url.searchParams, present)
}
