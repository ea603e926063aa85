'use server'
import { after } from 'next/server'
import { requestPassword } from '@/lib/domain/account/request-password'
import { act, fieldsOf } from '@/lib/http/action'
import type { FormState } from '@/lib/http/form-state'

export async function requestHere(before: FormState, form: FormData): Promise<FormState> {
  return act(before, async ({ visitor }) => {
    const { later } = await requestPassword(visitor, fieldsOf(form, ['email']))
    after(later)
    return { done: 'If there is an account under this address, a link is on its way. It works for an hour.' }
  })
}
