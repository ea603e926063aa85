import 'server-only'
import { createHash } from 'node:crypto'
import type { Transaction } from '@/lib/db/write'
import { importList, type Noter } from './import-list'
import type { Dataset } from './schema'

const date = (day: string | null) => (day === null ? null : new Date(`${day}T00:00:00Z`))

/** Sources belong to the whole installation; one that another negotiation already brought is used, not copied. */
export async function importSources(transaction: Transaction, dataset: Dataset, negotiationId: number, note: Noter) {
  const rows = dataset.sources.map(({ excerpt: _, published, ...row }) => ({ ...row, publishedOn: date(published) }))
  const slugs = rows.map((row) => row.slug)
  const listed = await importList(
    { noun: 'source', table: transaction.source, note, here: {}, where: { slug: { in: slugs } }, ordered: false },
    rows,
    (row) => row,
  )

  const stored = await transaction.source.findMany({ where: { slug: { in: slugs } }, include: { currentText: true } })
  const texts = new Map(stored.map((row) => [row.slug, row.currentText]))
  const changed = new Set<string>()
  for (const { slug, excerpt } of dataset.sources) {
    if (texts.get(slug)?.text === excerpt) continue
    if (texts.get(slug)) changed.add(slug)
    const sourceId = listed.ids.get(slug) as number
    const sha256 = createHash('sha256').update(excerpt).digest('hex')
    const text =
      (await transaction.sourceText.findUnique({ where: { sourceId_sha256: { sourceId, sha256 } } })) ??
      (await transaction.sourceText.create({ data: { sourceId, text: excerpt, sha256 } }))
    await transaction.source.update({ where: { id: sourceId }, data: { currentTextId: text.id } })
    texts.set(slug, text)
  }
  for (const slug of changed) {
    if (!listed.changed.has(slug)) {
      listed.tally.changed++
      listed.tally.unchanged--
    }
  }

  const links = await transaction.negotiationSource.findMany({ where: { negotiationId }, include: { source: true } })
  const linked = new Map(links.map((link) => [link.source.slug, link]))
  await transaction.negotiationSource.createMany({
    data: slugs.flatMap((slug, ordinal) =>
      linked.has(slug) ? [] : [{ negotiationId, sourceId: listed.ids.get(slug) as number, ordinal }],
    ),
  })
  for (const [ordinal, slug] of slugs.entries()) {
    const link = linked.get(slug)
    if (!link || link.ordinal === ordinal) continue
    await transaction.negotiationSource.update({
      where: { negotiationId_sourceId: { negotiationId, sourceId: link.sourceId } },
      data: { ordinal },
    })
  }
  return {
    ids: listed.ids,
    tally: listed.tally,
    absent: [...linked.keys()].filter((slug) => !slugs.includes(slug)),
    texts: texts as Map<string, { id: number; text: string }>,
  }
}
