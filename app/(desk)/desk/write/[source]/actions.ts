'use server'
import { redirect } from 'next/navigation'
import { startDraft } from '@/lib/domain/draft/start-draft'
import { act, fieldsOf } from '@/lib/http/action'
import type { FormState } from '@/lib/http/form-state'

/** Begins an entry from the article, and goes to write it. */
export async function begin(before: FormState, form: FormData): Promise<FormState> {
  let to = ''
  const state = await act(before, async ({ actor }) => {
    const { negotiation, source } = fieldsOf(form, ['negotiation', 'source'])
    to = (await startDraft(await actor(), { negotiation, source, entry: null })).id
    return {}
  })
  if (to) redirect(`/desk/drafts/${to}`)
  return state
}
