import 'server-only'
import { appClient } from './client'
import type { Prisma } from './generated/client'

export type Transaction = Prisma.TransactionClient

export type Note = {
  action: string
  subjectKind: string
  subjectId: string
  details: Prisma.InputJsonValue
  /** Who did it, where only the work itself finds out: somebody who signs in. */
  actor?: string
}

// The longest that one write may take: an import of a hundred thousand entries is one transaction.
const LONGEST_MS = 30 * 60_000

/**
 * One write: everything in `work` happens, with its audit rows, or nothing does.
 * `note` adds an audit row; a write that noted nothing is refused, unless it says that it changed nothing by returning false from `changed`.
 */
export async function write<Result>(
  actor: string,
  work: (transaction: Transaction, note: (row: Note) => void) => Promise<Result>,
  changed: (result: Result) => boolean = () => true,
): Promise<Result> {
  return appClient().$transaction(
    async (transaction) => {
      const notes: Note[] = []
      const result = await work(transaction, (row) => notes.push(row))
      if (changed(result) && notes.length === 0) throw new Error('A write left no audit row.')
      await transaction.audit.createMany({ data: notes.map((row) => ({ actor, ...row })) })
      return result
    },
    { timeout: LONGEST_MS, maxWait: 10_000 },
  )
}
