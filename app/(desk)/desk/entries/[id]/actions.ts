'use server'
import { startDraft } from '@/lib/domain/draft/start-draft'
import { undoToRevision } from '@/lib/domain/draft/undo-to-revision'
import { withdrawEntry } from '@/lib/domain/entry/withdraw-entry'
import { actAs } from '@/lib/http/act-as'

export const change = async (input: Parameters<typeof startDraft>[1]) => actAs((actor) => startDraft(actor, input))

export const undo = async (input: Parameters<typeof undoToRevision>[1]) =>
  actAs((actor) => undoToRevision(actor, input))

export const withdraw = async (input: Parameters<typeof withdrawEntry>[1]) =>
  actAs((actor) => withdrawEntry(actor, input))
