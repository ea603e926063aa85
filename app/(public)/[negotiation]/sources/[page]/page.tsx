import type { Metadata } from 'next'
import Link from 'next/link'
import { SourcePages } from '@/components/source/source-pages'
import { SourceRowLine } from '@/components/source/source-row-line'
import { findOverview } from '@/lib/domain/negotiation/overview'
import { countSources, listSourceRows, SOURCES_IN_PAGE } from '@/lib/domain/source/list-rows'
import { orMoved } from '@/lib/http/or-moved'
import '@/components/source/source.css'
import '@/components/ui/plain.css'

export const dynamic = 'force-static'
export const generateStaticParams = () => []

type Props = { params: Promise<{ negotiation: string; page: string }> }

const isNumber = (page: string) => /^[1-9]\d{0,4}$/.test(page)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { negotiation, page } = await params
  const overview = isNumber(page) ? await findOverview(negotiation) : null
  return overview ? { title: `Sources, page ${page} · ${overview.title}` } : {}
}

/** One page of very many sources as a plain table: a way to all of them without JavaScript. */
export default async function SourcesPage({ params }: Props) {
  const { negotiation, page } = await params
  const rows = isNumber(page)
    ? await listSourceRows(negotiation, (Number(page) - 1) * SOURCES_IN_PAGE, SOURCES_IN_PAGE)
    : []
  if (rows.length === 0) return orMoved(`/${negotiation}/sources/${page}`)
  return (
    <div className="mx-auto max-w-[90rem] px-4 pt-5 sm:px-6 lg:px-10">
      <p className="meta">
        <Link href={`/${negotiation}/sources`} prefetch={false} className="quiet-link">
          ← Sources, to sort and filter
        </Link>
      </p>
      <h1 className="mt-1 mb-4 text-[1.75rem]">Sources, page {page}</h1>
      <table className="plain-table folds source-table">
        <thead>
          <tr>
            {['Publisher', 'Title', 'Date', 'Kind', 'Grade', 'Label', 'Language', 'Entries'].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <SourceRowLine key={row.slug} row={row} />
          ))}
        </tbody>
      </table>
      <SourcePages negotiation={negotiation} total={await countSources(negotiation)} inPage={SOURCES_IN_PAGE} open />
    </div>
  )
}
