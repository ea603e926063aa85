import 'server-only'
import { z } from 'zod'
import { write } from '@/lib/db/write'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { parse } from '@/lib/domain/parse'
import { slug } from '@/lib/domain/text/schema'
import { ORIGINS, storedText, version } from './desk-schema'
import { type CitedAgain, flagCitations } from './flag-citations'
import { lockSource } from './lock-source'
import { sketchOf } from './sketch'
import { hashOfText } from './text-hash'

export const storeSchema = z.strictObject({ source: slug, version, text: storedText, origin: z.enum(ORIGINS) })

export type Stored = { changed: boolean; citations: CitedAgain[] }

/** Stores a newer text of a source, if it differs. The older one stays, with the citations made from it. */
export async function storeText(actor: Actor, input: z.input<typeof storeSchema>): Promise<Stored> {
  allow(actor, 'add sources')
  const { text, origin, ...at } = parse(storeSchema, input)
  return write<Stored>(
    actor.id,
    async (transaction, note) => {
      const source = await lockSource(transaction, at)
      const sha256 = hashOfText(text)
      if (source.currentText?.sha256 === sha256) return { changed: false, citations: [] }
      // A publisher may go back to what stood there before.
      const stored =
        (await transaction.sourceText.findUnique({ where: { sourceId_sha256: { sourceId: source.id, sha256 } } })) ??
        (await transaction.sourceText.create({
          data: { sourceId: source.id, text, sha256, origin, recordedBy: actor.id, sketch: sketchOf(text) },
        }))
      await transaction.source.update({ where: { id: source.id }, data: { currentTextId: stored.id } })
      const citations = await flagCitations(transaction, source, stored, actor)
      note({
        action: 'store text',
        subjectKind: 'source',
        subjectId: source.slug,
        details: {
          origin,
          before: source.currentText?.sha256 ?? null,
          after: sha256,
          flagged: citations
            .filter(({ standing }) => /changed|vanished/.test(standing.state))
            .map(({ entry }) => entry),
        },
      })
      return { changed: true, citations }
    },
    ({ changed }) => changed,
  )
}
