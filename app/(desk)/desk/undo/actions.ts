'use server'
import { redirect } from 'next/navigation'
import { approveUndo } from '@/lib/domain/undo/approve-undo'
import type { Scope } from '@/lib/domain/undo/kinds'
import { proposeUndo } from '@/lib/domain/undo/propose-undo'
import { rejectUndo } from '@/lib/domain/undo/reject-undo'
import { retractUndo } from '@/lib/domain/undo/retract-undo'
import { actAs } from '@/lib/http/act-as'
import { act, fieldsOf } from '@/lib/http/action'
import type { FormState } from '@/lib/http/form-state'

export async function propose(
  asked: { scope: Scope; fingerprint: string },
  before: FormState,
  form: FormData,
): Promise<FormState> {
  return act(before, async ({ actor }) => {
    const { reason } = fieldsOf(form, ['reason'])
    const { undo } = await proposeUndo(await actor(), { ...asked, reason })
    redirect(`/desk/undo/${undo}`)
  })
}

export const approve = async (input: Parameters<typeof approveUndo>[1]) => actAs((actor) => approveUndo(actor, input))

export const reject = async (input: Parameters<typeof rejectUndo>[1]) => actAs((actor) => rejectUndo(actor, input))

export const retract = async (input: Parameters<typeof retractUndo>[1]) => actAs((actor) => retractUndo(actor, input))
