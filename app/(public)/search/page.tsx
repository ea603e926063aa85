import type { Metadata } from 'next'
import { parseSearch } from '@/components/search/search-address'
import { SearchPage } from '@/components/search/search-page'
import { listNegotiations } from '@/lib/domain/negotiation/queries'
import { searchRecord } from '@/lib/domain/search/queries'

export const dynamic = 'force-dynamic'

export const metadata: Metadata = { title: 'Search', robots: { index: false }, alternates: { canonical: '/search' } }

const PAGE_SIZE = 20

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ searchParams }: Props) {
  const given = Object.entries(await searchParams).flatMap(([name, value]) =>
    [value ?? []].flat().map((one) => [name, one]),
  )
  const asked = parseSearch(new URLSearchParams(given))
  const negotiations = Object.fromEntries((await listNegotiations()).map(({ slug, title }) => [slug, title]))
  const within = asked.negotiation && Object.hasOwn(negotiations, asked.negotiation) ? asked.negotiation : null
  const found = await searchRecord({
    q: asked.q,
    kind: asked.kind ?? undefined,
    negotiation: within ?? undefined,
    from: asked.from,
    limit: asked.kind ? PAGE_SIZE : undefined,
  })
  return (
    <SearchPage
      asked={{ ...asked, negotiation: within }}
      found={found}
      negotiations={negotiations}
      pageSize={PAGE_SIZE}
    />
  )
}
