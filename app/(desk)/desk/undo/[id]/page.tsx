import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { approve, reject, retract } from '@/app/(desk)/desk/undo/actions'
import { namesOfLines, namesOfSummary } from '@/components/undo/names-wanted'
import { parsePage } from '@/components/undo/undo-address'
import { UndoPage } from '@/components/undo/undo-page'
import { listNames } from '@/lib/domain/account/names'
import { getUndo } from '@/lib/domain/undo/queries'
import { orNotFound } from '@/lib/http/or-not-found'
import { requireActor } from '@/lib/http/signed-in'
import '@/components/review/review.css'
import '@/components/undo/undo.css'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Undo' }

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ page?: string | string[] }> }

export default async function Page({ params, searchParams }: Props) {
  const { actor } = await requireActor()
  const { id } = await params
  if (!/^[1-9]\d{0,8}$/.test(id)) notFound()
  const page = parsePage([(await searchParams).page ?? null].flat()[0] ?? null)
  const undo = await orNotFound(getUndo(actor, Number(id), page))
  const names = await listNames(actor, [...namesOfSummary(undo), ...namesOfLines(undo.scope, undo.lines)])
  return <UndoPage key={undo.version} undo={undo} names={names} decisions={{ approve, reject, retract }} />
}
