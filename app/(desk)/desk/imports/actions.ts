'use server'
import { redirect } from 'next/navigation'
import { beginImport } from '@/lib/domain/import/begin-import'
import { act, fieldsOf } from '@/lib/http/action'
import type { FormState } from '@/lib/http/form-state'

export async function beginHere(before: FormState, form: FormData): Promise<FormState> {
  return act(before, async ({ actor }) => {
    const { negotiation, table } = fieldsOf(form, ['negotiation', 'table'])
    const file = form.get('file')
    const brought =
      file instanceof File && file.size > 0
        ? { fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
        : { fileName: 'pasted table', bytes: new TextEncoder().encode(table) }
    const { id } = await beginImport(await actor(), { negotiation, ...brought })
    redirect(`/desk/imports/${id}`)
  })
}
