import type { Metadata } from 'next'
import Link from 'next/link'
import { DeskPage } from '@/components/desk/desk-page'
import { SourceList } from '@/components/source-desk/source-list'
import { roleMay } from '@/lib/domain/account/roles'
import { listDeskSources, listNegotiations } from '@/lib/domain/source/desk-list'
import type { DeskChoice } from '@/lib/domain/source/desk-list-view'
import { GRADES } from '@/lib/domain/source/kinds'
import { requireActor } from '@/lib/http/signed-in'

export const metadata: Metadata = { title: 'Sources' }

type Query = Record<string, string | string[] | undefined>

function choiceOf(query: Query): DeskChoice {
  const one = (name: string) => [query[name]].flat()[0] ?? ''
  const page = Number(one('page'))
  return {
    words: one('q').slice(0, 200).toWellFormed().replaceAll('\0', ''),
    negotiation: one('negotiation').slice(0, 80).replaceAll('\0', ''),
    grade: GRADES.find((grade) => grade === one('grade')) ?? '',
    flagged: one('flagged') === '1',
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
  }
}

export default async function Page({ searchParams }: { searchParams: Promise<Query> }) {
  const { actor } = await requireActor()
  const choice = choiceOf(await searchParams)
  const [{ rows, more }, negotiations] = await Promise.all([listDeskSources(actor, choice), listNegotiations(actor)])
  return (
    <DeskPage
      title="Sources"
      lead="Articles and documents with their stored text, also those that nothing published rests on yet."
    >
      {roleMay(actor.role, 'add sources') && (
        <p className="mb-4">
          <Link href="/desk/sources/new" className="control no-underline">
            Add a source
          </Link>
        </p>
      )}
      <SourceList choice={choice} rows={rows} more={more} negotiations={negotiations} />
    </DeskPage>
  )
}
