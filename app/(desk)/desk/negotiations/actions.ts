'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { amendNegotiation } from '@/lib/domain/negotiation/amend-negotiation'
import { openNegotiation } from '@/lib/domain/negotiation/open-negotiation'
import { addRow } from '@/lib/domain/reference/add-row'
import { amendRow } from '@/lib/domain/reference/amend-row'
import { KIND_LABELS, type Kind } from '@/lib/domain/reference/kinds'
import { moveRow } from '@/lib/domain/reference/move-row'
import { confirmWording } from '@/lib/domain/wording/confirm-wording'
import { rewordDemand } from '@/lib/domain/wording/reword-demand'
import { act } from '@/lib/http/action'
import type { FormState } from '@/lib/http/form-state'
import { negotiationIn, rowIn, textIn, wordsIn } from './row-form'

type At = { negotiation: string; kind: Kind }
type Read = { slug: string; version: number }

export async function openHere(before: FormState, form: FormData): Promise<FormState> {
  return act(before, async ({ actor }) => {
    const { slug } = await openNegotiation(await actor(), negotiationIn(form))
    redirect(`/desk/negotiations/${slug}`)
  })
}

export async function amendNegotiationHere(read: Read, before: FormState, form: FormData): Promise<FormState> {
  return act(before, async ({ actor }) => {
    const { slug } = await amendNegotiation(await actor(), {
      negotiation: read.slug,
      version: read.version,
      to: negotiationIn(form),
    })
    return saved(read.slug, slug, `/desk/negotiations/${slug}`)
  })
}

export async function addRowHere(at: At, before: FormState, form: FormData): Promise<FormState> {
  return act(before, async ({ actor }) => {
    const row = at.kind === 'demand' ? { ...rowIn(at.kind, form), ...wordsIn(form) } : rowIn(at.kind, form)
    await addRow(await actor(), { negotiation: at.negotiation, kind: at.kind, row })
    revalidatePath('/desk/negotiations', 'layout')
    return { done: 'Added.' }
  })
}

export async function amendRowHere(at: At, read: Read, before: FormState, form: FormData): Promise<FormState> {
  return act(before, async ({ actor }) => {
    const { slug } = await amendRow(await actor(), {
      ...{ negotiation: at.negotiation, kind: at.kind, slug: read.slug, version: read.version },
      row: rowIn(at.kind, form),
    })
    return saved(read.slug, slug, `/desk/negotiations/${at.negotiation}/${KIND_LABELS[at.kind].path}/${slug}`)
  })
}

export async function moveRowHere(at: At, move: { slug: string; past: string }, before: FormState): Promise<FormState> {
  return act(before, async ({ actor }) => {
    await moveRow(await actor(), { negotiation: at.negotiation, kind: at.kind, slug: move.slug, past: move.past })
    revalidatePath('/desk/negotiations', 'layout')
    return {}
  })
}

export async function rewordHere(at: At, read: Read, before: FormState, form: FormData): Promise<FormState> {
  return act(before, async ({ actor }) => {
    const { earlier } = await rewordDemand(await actor(), {
      ...{ negotiation: at.negotiation, demand: read.slug, version: read.version },
      ...wordsIn(form),
      reason: textIn(form, 'reason'),
      allHold: form.get('allHold') === 'on',
    })
    revalidatePath('/desk/negotiations', 'layout')
    if (earlier.length === 0) return { done: 'Worded anew.' }
    const wait = earlier.length === 1 ? 'One entry waits' : `${earlier.length} entries wait`
    return { done: `Worded anew. ${wait} above to be looked at.` }
  })
}

export async function confirmHere(
  at: { negotiation: string; demand: string; wording: number; entries: string[] },
  before: FormState,
): Promise<FormState> {
  return act(before, async ({ actor }) => {
    const { negotiation, demand, wording, entries } = at
    await confirmWording(await actor(), { negotiation, demand, wording, entries })
    revalidatePath('/desk/negotiations', 'layout')
    return { done: 'Noted.' }
  })
}

/** A row under another address is another page. */
function saved(before: string, after: string, address: string): Partial<FormState> {
  revalidatePath('/desk/negotiations', 'layout')
  if (before !== after) redirect(address)
  return { done: 'Saved.' }
}
