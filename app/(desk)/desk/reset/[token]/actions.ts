'use server'
import { redirect } from 'next/navigation'
import { setPassword } from '@/lib/domain/account/set-password'
import { act, fieldsOf } from '@/lib/http/action'
import type { FormState } from '@/lib/http/form-state'

export async function setHere(token: string, before: FormState, form: FormData): Promise<FormState> {
  return act(before, async ({ visitor, keep }) => {
    await keep(await setPassword(visitor, { token, ...fieldsOf(form, ['password']) }))
    redirect('/desk/sign-in')
  })
}
