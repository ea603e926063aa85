'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { cancelImport } from '@/lib/domain/import/cancel-import'
import { discardImport } from '@/lib/domain/import/discard-import'
import { FIELDS } from '@/lib/domain/import/fields'
import { mapImport } from '@/lib/domain/import/map-import'
import { startImport } from '@/lib/domain/import/run-import'
import { sendDrafts } from '@/lib/domain/import/send-drafts'
import { takeBackDrafts } from '@/lib/domain/import/take-back-drafts'
import { actAs } from '@/lib/http/act-as'
import { act, fieldsOf } from '@/lib/http/action'
import type { FormState } from '@/lib/http/form-state'

type At = { id: string; version: number }
const renew = ({ id }: { id: string }) => revalidatePath(`/desk/imports/${id}`)

export async function mapHere(at: At, before: FormState, form: FormData): Promise<FormState> {
  return act(before, async ({ actor }) => {
    const mapping = Object.fromEntries(Object.entries(fieldsOf(form, FIELDS)).filter(([, column]) => column !== ''))
    await mapImport(await actor(), { ...at, mapping })
    renew(at)
    return { done: 'Checked. The columns are remembered for the next table like this.' }
  })
}

export async function runHere(at: At, before: FormState): Promise<FormState> {
  return act(before, async ({ actor }) => {
    await startImport(await actor(), at)
    renew(at)
    return {}
  })
}

export async function cancelHere(id: string, before: FormState): Promise<FormState> {
  return act(before, async ({ actor }) => {
    await cancelImport(await actor(), { id })
    renew({ id })
    return {}
  })
}

export async function discardHere(id: string, before: FormState): Promise<FormState> {
  return act(before, async ({ actor }) => {
    await discardImport(await actor(), { id })
    redirect('/desk/imports')
  })
}

export async function takeBackHere(id: string, before: FormState): Promise<FormState> {
  return act(before, async ({ actor }) => {
    const { count } = await takeBackDrafts(await actor(), { id })
    renew({ id })
    return { done: count === 1 ? 'One draft is taken back.' : `${count} drafts are taken back.` }
  })
}

export const sendNext = async (id: string, after: number) => actAs((actor) => sendDrafts(actor, { id, after }))
