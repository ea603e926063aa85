'use server'
import { discardDraft } from '@/lib/domain/draft/discard-draft'
import { readRow } from '@/lib/domain/draft/queries'
import { rebaseDraft } from '@/lib/domain/draft/rebase-draft'
import { saveDraft } from '@/lib/domain/draft/save-draft'
import { startDraft } from '@/lib/domain/draft/start-draft'
import { sendForReview } from '@/lib/domain/review/send-for-review'
import { addSpeaker } from '@/lib/domain/speaker/add-speaker'
import { actAs } from '@/lib/http/act-as'

export const save = async (input: Parameters<typeof saveDraft>[1]) => actAs((actor) => saveDraft(actor, input))

export const row = async (negotiation: string, demand: string) =>
  actAs((actor) => readRow(actor, String(negotiation), String(demand)))

export const send = async (input: Parameters<typeof sendForReview>[1]) => actAs((actor) => sendForReview(actor, input))

export const discard = async (input: Parameters<typeof discardDraft>[1]) => actAs((actor) => discardDraft(actor, input))

export const next = async (input: Parameters<typeof startDraft>[1]) => actAs((actor) => startDraft(actor, input))

export const merge = async (input: Parameters<typeof rebaseDraft>[1]) => actAs((actor) => rebaseDraft(actor, input))

export const speaker = async (input: Parameters<typeof addSpeaker>[1]) => actAs((actor) => addSpeaker(actor, input))
