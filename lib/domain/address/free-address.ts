import 'server-only'
import type { Transaction } from '@/lib/db/write'
import { DomainError } from '@/lib/domain/error'
import type { AddressKind } from './rules'

type Wanted = { kind: AddressKind; negotiationId: number | null; slug: string; subjectId: number | null }

/** INVALID when a slug is taken, or was the address of another row once: that one it goes on leading to. */
export async function requireFreeAddress(transaction: Transaction, { kind, negotiationId, slug, subjectId }: Wanted) {
  const refuse = (text: string) => {
    throw new DomainError('INVALID', 'What was sent has faults.', [{ at: 'slug', text }])
  }
  // biome-ignore lint/suspicious/noExplicitAny: tables of the same shape as far as it is asked for here
  const taken = await (transaction[kind] as any).findFirst({
    where: { slug, ...(negotiationId !== null && { negotiationId }) },
  })
  if (taken && taken.id !== subjectId) refuse(`"${slug}" is taken: choose another.`)
  const former = await transaction.formerAddress.findFirst({ where: { kind, negotiationId, slug } })
  if (former && former.subjectId !== subjectId)
    refuse(`"${slug}" was the address of another ${kind} and leads to it: choose another.`)
}
