import type { Metadata } from 'next'
import { KeptViews } from '@/components/desk/kept-views'
import { ADDRESS_LENGTH, isAddressHere } from '@/lib/domain/kept-view/address'
import { listKeptViews } from '@/lib/domain/kept-view/queries'
import { requireActor } from '@/lib/http/signed-in'
import { amend, forget, keep } from './actions'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Kept views' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Views of the site that this person keeps; "?keep=/ukraine…" offers one to keep. */
export default async function Page({ searchParams }: Props) {
  const { actor } = await requireActor()
  const offered = [(await searchParams).keep ?? ''].flat()[0] ?? ''
  return (
    <div className="desk-page">
      <h1 className="text-[1.75rem]">Kept views</h1>
      <KeptViews
        views={await listKeptViews(actor)}
        offered={offered.length <= ADDRESS_LENGTH && isAddressHere(offered) ? offered : null}
        actions={{ keep, amend, forget }}
      />
    </div>
  )
}
