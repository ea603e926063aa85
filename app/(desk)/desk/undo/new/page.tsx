import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { propose } from '@/app/(desk)/desk/undo/actions'
import { namesOfLines } from '@/components/undo/names-wanted'
import { ScopeForm } from '@/components/undo/scope-form'
import { parsePage, parseScope } from '@/components/undo/undo-address'
import { PreviewOfUndo } from '@/components/undo/undo-preview'
import { listNames } from '@/lib/domain/account/names'
import { roleMay } from '@/lib/domain/account/roles'
import { DomainError } from '@/lib/domain/error'
import { listUndoChoices, previewUndo } from '@/lib/domain/undo/queries'
import { requireActor } from '@/lib/http/signed-in'
import '@/components/review/review.css'
import '@/components/undo/undo.css'

export const dynamic = 'force-dynamic'
export const metadata: Metadata = { title: 'Preview of an undo' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ searchParams }: Props) {
  const { actor } = await requireActor()
  if (!roleMay(actor.role, 'undo in bulk')) notFound()
  const query = new URLSearchParams(
    Object.entries(await searchParams).flatMap(([name, value]) => [value ?? []].flat().map((one) => [name, one])),
  )
  const scope = parseScope(query)
  const choices = await listUndoChoices(actor)
  const asked = scope && (await previewOrFault(previewUndo(actor, scope, parsePage(query.get('page')))))
  const preview = asked && 'scope' in asked ? asked : null
  const names = preview ? await listNames(actor, namesOfLines(preview.scope, preview.lines)) : {}
  return (
    <div className="desk-page">
      <p className="meta">
        <a href="/desk/undo" className="quiet-link">
          Undo
        </a>
      </p>
      <h1 className="mt-1 mb-5 text-[1.75rem]">Preview of an undo</h1>
      <ScopeForm {...choices} scope={scope} />
      {asked && 'fault' in asked && (
        <p role="alert" className="mt-6 font-semibold">
          {asked.fault}
        </p>
      )}
      {preview && (
        <PreviewOfUndo
          preview={preview}
          names={names}
          propose={propose.bind(null, { scope: preview.scope, fingerprint: preview.fingerprint })}
        />
      )}
    </div>
  )
}

/** A span that ends before it begins is said in words above nothing. */
async function previewOrFault<Preview>(preview: Promise<Preview>): Promise<Preview | { fault: string }> {
  try {
    return await preview
  } catch (error) {
    if (error instanceof DomainError && error.code === 'INVALID')
      return { fault: error.faults.map(({ text }) => `The span ${text}.`).join(' ') }
    throw error
  }
}
