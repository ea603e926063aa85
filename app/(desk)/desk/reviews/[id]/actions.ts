'use server'
import { approveRevision } from '@/lib/domain/review/approve-revision'
import { rejectRevision } from '@/lib/domain/review/reject-revision'
import { remark } from '@/lib/domain/review/remark'
import { requestChanges } from '@/lib/domain/review/request-changes'
import { retractRevision } from '@/lib/domain/review/retract-revision'
import { takeOn } from '@/lib/domain/review/take-on'
import { actAs } from '@/lib/http/act-as'

export const approve = async (input: Parameters<typeof approveRevision>[1]) =>
  actAs((actor) => approveRevision(actor, input))

export const askForChanges = async (input: Parameters<typeof requestChanges>[1]) =>
  actAs((actor) => requestChanges(actor, input))

export const reject = async (input: Parameters<typeof rejectRevision>[1]) =>
  actAs((actor) => rejectRevision(actor, input))

export const addRemark = async (input: Parameters<typeof remark>[1]) => actAs((actor) => remark(actor, input))

export const assign = async (input: Parameters<typeof takeOn>[1]) => actAs((actor) => takeOn(actor, input))

export const retract = async (input: Parameters<typeof retractRevision>[1]) =>
  actAs((actor) => retractRevision(actor, input))
