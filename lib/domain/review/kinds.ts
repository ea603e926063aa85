// The way of a change to readers, in words. Without zod, for the browser.

export const REVIEW_KINDS = ['first', 'correction', 'recoding'] as const
export type ReviewKind = (typeof REVIEW_KINDS)[number]

export const KIND_LABELS: Record<ReviewKind, { label: string; meaning: string }> = {
  first: { label: 'New entry', meaning: 'something that a party holds, new in this record' },
  correction: { label: 'Correction', meaning: 'the record was wrong: a date, a name, a quotation' },
  recoding: { label: 'Re-coding', meaning: 'the same words, read differently: another stance or kind of shift' },
}

export const STAGES = ['in-review', 'changes-requested', 'approved', 'rejected', 'retracted'] as const
export type Stage = (typeof STAGES)[number]

export const STAGE_LABELS: Record<Stage, string> = {
  'in-review': 'In review',
  'changes-requested': 'Changes requested',
  approved: 'Published',
  rejected: 'Rejected',
  retracted: 'Taken back',
}

export const isOpen = (stage: Stage): boolean => stage === 'in-review' || stage === 'changes-requested'

export const STEPS = ['sent', 'remark', 'assigned', 'changes-requested', 'approved', 'rejected', 'retracted'] as const
export type Step = (typeof STEPS)[number]

export const STEP_LABELS: Record<Step, string> = {
  sent: 'sent it for review',
  remark: 'remarked',
  assigned: 'took it on',
  'changes-requested': 'asked for changes',
  approved: 'approved and published it',
  rejected: 'rejected it',
  retracted: 'took it back',
}

export const NOTE_LENGTH = 2_000
export const REASON_LENGTH = 400
