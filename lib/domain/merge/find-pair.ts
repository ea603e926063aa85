import 'server-only'
import type { Transaction } from '@/lib/db/write'
import { DomainError } from '@/lib/domain/error'
import type { MergedKind } from './view'

export type Mergeable = { id: number; slug: string; name: string; mergedIntoId: number | null }
type Pair = { kind: MergedKind; negotiation: string | null; from: string; into: string }

/** The two rows, each of which must stand for itself. INVALID where they are one, or one of them is merged already. */
export async function findPair(transaction: Transaction, { kind, negotiation, from, into }: Pair) {
  const refuse = (text: string) => {
    throw new DomainError('INVALID', text, [{ at: 'into', text }])
  }
  if (from === into) refuse(`A ${kind} is not merged into itself.`)
  const [first, second] = [
    await findMergeable(transaction, kind, negotiation, from),
    await findMergeable(transaction, kind, negotiation, into),
  ]
  if (!first) throw new DomainError('NOT_FOUND', `There is no ${kind} "${from}" here.`)
  if (!second)
    throw new DomainError('INVALID', `There is no ${kind} "${into}" here.`, [{ at: 'into', text: 'There is none.' }])
  if (first.mergedIntoId) refuse(`"${from}" is merged already. Undo that first.`)
  // Nothing that stands for itself leads anywhere: so no circle can close.
  if (second.mergedIntoId) refuse(`"${into}" is itself merged into another ${kind}: choose that one.`)
  return { from: first, into: second }
}

export async function findMergeable(
  transaction: Transaction,
  kind: MergedKind,
  negotiation: string | null,
  slug: string,
): Promise<Mergeable | null> {
  if (kind === 'source') {
    const row = await transaction.source.findUnique({ where: { slug } })
    return row && { id: row.id, slug, name: row.title, mergedIntoId: row.mergedIntoId }
  }
  // biome-ignore lint/suspicious/noExplicitAny: parties and speakers have these columns alike
  const row = await (transaction[kind] as any).findFirst({ where: { slug, negotiation: { slug: negotiation ?? '' } } })
  return row && { id: row.id, slug, name: row.name, mergedIntoId: row.mergedIntoId }
}
