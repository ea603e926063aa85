import 'server-only'
import type { z } from 'zod'
import { write } from '@/lib/db/write'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { newId } from '@/lib/domain/draft/new-id'
import { checkImport } from '@/lib/domain/import/check-import'
import { FILING_LOCK } from '@/lib/domain/import/filing-lock'
import { jsonTable } from '@/lib/domain/import/json-table'
import { guessMapping } from '@/lib/domain/import/mapping'
import { parse } from '@/lib/domain/parse'
import { refuseFaults } from './refuse-faults'
import { type filedEntryAnswer, filedEntrySchema } from './schema'

/** Files one entry: checked as a row of an import is, it becomes a draft of its author. What says the same already is named instead. */
export async function fileEntry(
  actor: Actor,
  input: z.input<typeof filedEntrySchema>,
): Promise<z.infer<typeof filedEntryAnswer>> {
  allow(actor, 'write drafts')
  const { negotiation, ...said } = parse(filedEntrySchema, input)
  const table = jsonTable(JSON.stringify([said]))
  return write(
    actor.id,
    async (transaction, note) => {
      await transaction.$executeRaw`select pg_advisory_xact_lock(${FILING_LOCK})`
      const { negotiationId, report, ready } = await checkImport(
        transaction,
        negotiation,
        table,
        guessMapping(table.columns),
      )
      if (report.faults.length > 0) throw refuseFaults(report.faults)
      const [known] = report.recognised
      if (known)
        return {
          draft: known.as === 'draft' ? known.id : null,
          entry: known.as === 'entry' ? known.id : null,
          made: false,
        }
      const [entry] = ready
      if (!entry) throw new Error('An entry without a fault is neither ready nor recognised.')
      const id = newId(12)
      const source = await transaction.source.findUnique({ where: { slug: entry.content.citations[0]?.source ?? '' } })
      await transaction.draft.create({
        data: {
          id,
          negotiationId,
          author: actor.id,
          sourceId: source?.id ?? null,
          content: entry.content,
          importKey: entry.key === '' ? null : entry.key,
          importDigest: entry.digest,
        },
      })
      note({
        action: 'file entry',
        subjectKind: 'draft',
        subjectId: id,
        details: { party: entry.content.party, demand: entry.content.demand },
      })
      return { draft: id, entry: null, made: true }
    },
    ({ made }) => made,
  )
}
