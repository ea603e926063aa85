'use server'
import { revalidatePath } from 'next/cache'
import { describedIn } from '@/app/(desk)/desk/sources/source-form'
import { amendSource } from '@/lib/domain/source/amend-source'
import { refetchSource } from '@/lib/domain/source/refetch-source'
import { resolveFlag } from '@/lib/domain/source/resolve-flag'
import { shareSource } from '@/lib/domain/source/share-source'
import { type Stored, storeText } from '@/lib/domain/source/store-text'
import { act, fieldsOf } from '@/lib/http/action'
import type { FormState } from '@/lib/http/form-state'

type At = { source: string; version: number }

export async function amendHere(at: At, before: FormState, form: FormData): Promise<FormState> {
  return act(before, async ({ actor }) => {
    await amendSource(await actor(), { source: at.source, version: at.version, ...describedIn(form) })
    revalidatePath(`/desk/sources/${at.source}`)
    return { done: 'Changed.' }
  })
}

export async function refetchHere(at: At, before: FormState): Promise<FormState> {
  return act(before, async ({ actor }) =>
    said(at, await refetchSource(await actor(), { source: at.source, version: at.version })),
  )
}

export async function storeHere(at: At, before: FormState, form: FormData): Promise<FormState> {
  return act(before, async ({ actor }) => {
    const { text } = fieldsOf(form, ['text'])
    return said(at, await storeText(await actor(), { source: at.source, version: at.version, text, origin: 'pasted' }))
  })
}

export async function resolveHere(source: string, flag: number, before: FormState): Promise<FormState> {
  return act(before, async ({ actor }) => {
    await resolveFlag(await actor(), { flag })
    revalidatePath(`/desk/sources/${source}`)
    return { done: 'Dealt with.' }
  })
}

function said({ source }: At, { changed, citations }: Stored): Partial<FormState> {
  revalidatePath(`/desk/sources/${source}`)
  if (!changed) return { done: 'Nothing changed: the stored text is what stands there.' }
  const away = citations.filter(({ standing }) => standing.state === 'changed' || standing.state === 'vanished').length
  const words =
    citations.length === 0
      ? 'No published entry cites it.'
      : `${citations.length - away} of ${citations.length} cited passages are found in it.`
  return { done: `The text changed and is stored beside the older one. ${words}` }
}

export async function shareHere(source: string, before: FormState, form: FormData): Promise<FormState> {
  return act(before, async ({ actor }) => {
    await shareSource(await actor(), { source, negotiation: fieldsOf(form, ['negotiation']).negotiation })
    revalidatePath(`/desk/sources/${source}`)
    return { done: 'Used there too.' }
  })
}
