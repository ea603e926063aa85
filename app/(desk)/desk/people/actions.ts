'use server'
import { revalidatePath } from 'next/cache'
import { changeRole } from '@/lib/domain/account/change-role'
import { giveAccess } from '@/lib/domain/account/give-access'
import type { HandedOver } from '@/lib/domain/account/hand-over'
import { invite } from '@/lib/domain/account/invite'
import { revokeInvitation } from '@/lib/domain/account/revoke-invitation'
import type { Role } from '@/lib/domain/account/roles'
import { setDisabled } from '@/lib/domain/account/set-disabled'
import { act, fieldsOf } from '@/lib/http/action'
import type { FormState } from '@/lib/http/form-state'

export async function inviteHere(before: FormState, form: FormData): Promise<FormState> {
  return act(before, async ({ actor }) => {
    const { email, role } = fieldsOf(form, ['email', 'role'])
    return said(`${email} is invited.`, await invite(await actor(), { email, role: role as Role }))
  })
}

export async function giveAccessHere(person: string, before: FormState): Promise<FormState> {
  return act(before, async ({ actor }) => said('A way back is made.', await giveAccess(await actor(), { person })))
}

export async function revokeInvitationHere(id: number, before: FormState): Promise<FormState> {
  return act(before, async ({ actor }) => {
    await revokeInvitation(await actor(), { id })
    revalidatePath('/desk/people')
    return { done: 'Taken back.' }
  })
}

export async function changeRoleHere(
  person: { id: string; version: number },
  before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(before, async ({ actor }) => {
    const role = fieldsOf(form, ['role']).role as Role
    await changeRole(await actor(), { person: person.id, version: person.version, role })
    revalidatePath('/desk/people')
    return { done: 'Changed.' }
  })
}

export async function setDisabledHere(
  person: { id: string; version: number; disabled: boolean },
  before: FormState,
): Promise<FormState> {
  return act(before, async ({ actor }) => {
    await setDisabled(await actor(), { person: person.id, version: person.version, disabled: person.disabled })
    revalidatePath('/desk/people')
    return { done: person.disabled ? 'Disabled.' : 'Enabled.' }
  })
}

function said(done: string, handed: HandedOver): Partial<FormState> {
  revalidatePath('/desk/people')
  if (handed.sent) return { done: `${done} The link went by mail.` }
  const why = handed.problem ?? 'This site sends no mail.'
  return { done: `${done} ${why} Hand the link over yourself.`, shown: { kind: 'link', url: handed.url } }
}
