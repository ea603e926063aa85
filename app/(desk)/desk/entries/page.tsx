import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { HitItem } from '@/components/search/hit-item'
import { parseSearch } from '@/components/search/search-address'
import { roleMay } from '@/lib/domain/account/roles'
import { listTitles } from '@/lib/domain/negotiation/desk-list'
import { searchRecord } from '@/lib/domain/search/queries'
import { requireActor } from '@/lib/http/signed-in'
import '@/components/search/search.css'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Find an entry' }

const MOST = 40

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Finds a published entry by its words, to look at its history or to change it. */
export default async function Page({ searchParams }: Props) {
  const { actor } = await requireActor()
  if (!roleMay(actor.role, 'write drafts')) notFound()
  const { q: given, negotiation: within } = await searchParams
  const titles = await listTitles(actor)
  const chosen = [within ?? ''].flat()[0] ?? ''
  const negotiation = chosen in titles ? chosen : ''
  const { q } = parseSearch(new URLSearchParams({ q: [given ?? ''].flat()[0] ?? '' }))
  const found = await searchRecord({ q, kind: 'entry', limit: MOST, ...(negotiation && { negotiation }) })
  const words = new Set(found.words)
  return (
    <div className="desk-page">
      <h1 className="text-[1.75rem]">Find an entry</h1>
      <search>
        <form action="/desk/entries" className="mt-4 flex flex-wrap gap-2">
          <input
            type="search"
            name="q"
            defaultValue={q}
            maxLength={200}
            aria-label="Words of the entry"
            className="control min-w-0 flex-1"
          />
          {Object.keys(titles).length > 1 && (
            <select name="negotiation" className="control" aria-label="Negotiation" defaultValue={negotiation}>
              <option value="">Every negotiation</option>
              {Object.entries(titles).map(([slug, title]) => (
                <option key={slug} value={slug}>
                  {title}
                </option>
              ))}
            </select>
          )}
          <button type="submit" className="control">
            Find
          </button>
        </form>
      </search>
      {q !== '' && (
        <p className="meta mt-3" role="status">
          {found.totals.entry === 1 ? 'One entry' : `${found.totals.entry} entries`}
        </p>
      )}
      <h2 className="sr-only">Entries that were found</h2>
      <ul className="mt-2">
        {found.items.map((hit) => (
          <HitItem key={hit.key} hit={{ ...hit, path: `/desk/entries/${hit.key}` }} words={words} within={null} />
        ))}
      </ul>
    </div>
  )
}
