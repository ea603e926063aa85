'use server'
import { redirect } from 'next/navigation'
import { signOut } from '@/lib/domain/account/sign-out'
import { act } from '@/lib/http/action'
import type { FormState } from '@/lib/http/form-state'

export async function signOutHere(before: FormState): Promise<FormState> {
  return act(before, async ({ visitor, me, keep }) => {
    await keep(await signOut(visitor, await me()))
    redirect('/desk/sign-in')
  })
}
