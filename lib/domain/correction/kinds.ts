import type { Correction, CorrectionKind } from './view'

const KINDS: Record<CorrectionKind, { label: string; meaning: string }> = {
  correction: { label: 'Correction', meaning: 'the record was wrong' },
  recoding: { label: 'Re-coding', meaning: 'the same words, read differently' },
  withdrawal: { label: 'Withdrawal', meaning: 'the entry was taken away' },
}
const BACK = { label: 'Back on the record', meaning: 'the entry had been withdrawn' }

/** What a change in the record is called, and what that means. */
export const correctionLabel = ({ kind, comesBack }: Pick<Correction, 'kind' | 'comesBack'>) =>
  comesBack ? BACK : KINDS[kind]
