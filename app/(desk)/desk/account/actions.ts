'use server'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import type { Scope } from '@/lib/domain/access-token/kinds'
import { makeToken } from '@/lib/domain/access-token/make-token'
import { revokeToken } from '@/lib/domain/access-token/revoke-token'
import { beginSecondFactor } from '@/lib/domain/account/begin-second-factor'
import { changePassword } from '@/lib/domain/account/change-password'
import { confirmSecondFactor } from '@/lib/domain/account/confirm-second-factor'
import { removeSecondFactor } from '@/lib/domain/account/remove-second-factor'
import { renameOneself } from '@/lib/domain/account/rename-oneself'
import { renewRecoveryCodes } from '@/lib/domain/account/renew-recovery-codes'
import { revokeSessions } from '@/lib/domain/account/revoke-sessions'
import { act, fieldsOf } from '@/lib/http/action'
import type { FormState } from '@/lib/http/form-state'
import { qrPath } from './qr-path'

export async function renameHere(before: FormState, form: FormData): Promise<FormState> {
  return act(before, async ({ actor }) => {
    await renameOneself(await actor(), fieldsOf(form, ['name']))
    revalidatePath('/desk', 'layout')
    return { done: 'Your name is changed.' }
  })
}

export async function changePasswordHere(before: FormState, form: FormData): Promise<FormState> {
  return act(before, async ({ visitor, me, keep }) => {
    await keep(await changePassword(visitor, await me(), fieldsOf(form, ['current', 'password'])))
    return { done: 'Your password is changed, and you are signed out everywhere else.' }
  })
}

export async function beginSecondFactorHere(before: FormState, form: FormData): Promise<FormState> {
  return act(before, async ({ visitor, me }) => {
    const uri = await beginSecondFactor(visitor, await me(), fieldsOf(form, ['password']))
    const secret = new URL(uri).searchParams.get('secret') ?? ''
    return { shown: { kind: 'secret', secret, uri, qr: qrPath(uri) } }
  })
}

export async function confirmSecondFactorHere(before: FormState, form: FormData): Promise<FormState> {
  return act(before, async ({ visitor, me, keep }) => {
    const { cookies, recoveryCodes } = await confirmSecondFactor(visitor, await me(), fieldsOf(form, ['code']))
    await keep(cookies)
    return { done: 'Your second factor is set up.', shown: { kind: 'codes', codes: recoveryCodes } }
  })
}

export async function renewCodesHere(before: FormState, form: FormData): Promise<FormState> {
  return act(before, async ({ visitor, me }) => {
    const codes = await renewRecoveryCodes(visitor, await me(), fieldsOf(form, ['password']))
    return { done: 'The codes before these are worth nothing now.', shown: { kind: 'codes', codes } }
  })
}

export async function removeSecondFactorHere(before: FormState, form: FormData): Promise<FormState> {
  return act(before, async ({ visitor, me, keep }) => {
    await keep(await removeSecondFactor(visitor, await me(), fieldsOf(form, ['password'])))
    redirect('/desk/account')
  })
}

export async function revokeHere(session: string | null, before: FormState): Promise<FormState> {
  return act(before, async ({ me }) => {
    const count = await revokeSessions(await me(), { session })
    revalidatePath('/desk/account')
    return { done: count === 1 ? 'One browser is signed out.' : `${count} browsers are signed out.` }
  })
}

export async function makeTokenHere(before: FormState, form: FormData): Promise<FormState> {
  return act(before, async ({ me }) => {
    const { token } = await makeToken(await me(), {
      ...fieldsOf(form, ['name', 'days', 'password']),
      // What is none of these is refused by the write.
      scopes: form.getAll('scopes').map(String) as Scope[],
    })
    revalidatePath('/desk/account')
    return { done: 'The token is made. Put it where your script reads it.', shown: { kind: 'token', token } }
  })
}

export async function revokeTokenHere(id: number, before: FormState): Promise<FormState> {
  return act(before, async ({ actor }) => {
    await revokeToken(await actor(), { id })
    revalidatePath('/desk/account')
    return { done: 'Revoked.' }
  })
}
