'use server'
import { redirect } from 'next/navigation'
import { acceptLink } from '@/lib/domain/account/accept-link'
import { act, fieldsOf } from '@/lib/http/action'
import type { FormState } from '@/lib/http/form-state'

export async function acceptHere(token: string, before: FormState, form: FormData): Promise<FormState> {
  return act(before, async ({ visitor, keep }) => {
    const { name, email, password } = fieldsOf(form, ['name', 'email', 'password'])
    await keep(await acceptLink(visitor, { token, name, password, ...(email ? { email } : {}) }))
    redirect('/desk')
  })
}
