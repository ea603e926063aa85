'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { mergeRows } from '@/lib/domain/merge/merge-rows'
import { undoMerge } from '@/lib/domain/merge/undo-merge'
import type { MergedKind } from '@/lib/domain/merge/view'
import { act, fieldsOf } from '@/lib/http/action'
import type { FormState } from '@/lib/http/form-state'

type Pair = { kind: MergedKind; negotiation: string | null; from: string; into: string; entries: number }

/** Merges, and goes to the page of the one that stays. */
export async function mergeHere(pair: Pair, to: string, before: FormState, form: FormData): Promise<FormState> {
  return act(before, async ({ actor }) => {
    const { kind, negotiation, from, into, entries } = pair
    const reason = fieldsOf(form, ['reason']).reason.trim().normalize('NFC')
    await mergeRows(await actor(), { kind, negotiation, from, into, entries, reason })
    revalidatePath('/desk', 'layout')
    redirect(to)
  })
}

export async function undoMergeHere(id: number, before: FormState): Promise<FormState> {
  return act(before, async ({ actor }) => {
    await undoMerge(await actor(), { id })
    revalidatePath('/desk', 'layout')
    return { done: 'Undone.' }
  })
}
