'use server'
import { redirect } from 'next/navigation'
import { signIn } from '@/lib/domain/account/sign-in'
import { takeSecondStep } from '@/lib/domain/account/take-second-step'
import { cookieName } from '@/lib/domain/account/visitor'
import { act, fieldsOf } from '@/lib/http/action'
import type { FormState } from '@/lib/http/form-state'
import { returnAddressOf, signInAddress } from '@/lib/http/return-address'

export async function signInHere(before: FormState, form: FormData): Promise<FormState> {
  return act(before, async ({ visitor, keep }) => {
    const { next, cookies } = await signIn(visitor, fieldsOf(form, ['email', 'password']))
    await keep(cookies)
    redirect(next === 'desk' ? (returnAddressOf(form.get('to')) ?? '/desk') : signInAddress(form.get('to')))
  })
}

export async function takeStepHere(before: FormState, form: FormData): Promise<FormState> {
  return act(before, async ({ visitor, keep }) => {
    await keep(await takeSecondStep(visitor, fieldsOf(form, ['code'])))
    redirect(returnAddressOf(form.get('to')) ?? '/desk')
  })
}

export async function startAgain(before: FormState, form: FormData): Promise<FormState> {
  return act(before, async ({ keep }) => {
    await keep({ name: cookieName('second-step'), value: '', maxAge: 0 })
    redirect(signInAddress(form.get('to')))
  })
}
