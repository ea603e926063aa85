import 'server-only'
import type { Transaction } from '@/lib/db/write'
import { hashOfText } from '@/lib/domain/source/text-hash'
import { isToldBy } from './excerpt'
import { importList, type Noter } from './import-list'
import type { Dataset } from './schema'

const date = (day: string | null) => (day === null ? null : new Date(`${day}T00:00:00Z`))

/** Sources belong to the whole installation; one that another negotiation already brought is used, not copied. */
export async function importSources(transaction: Transaction, dataset: Dataset, negotiationId: number, note: Noter) {
  const rows = dataset.sources.map(({ excerpt: _, formerly: __, mergedInto: ___, published, ...row }) => ({
    ...row,
    publishedOn: date(published),
  }))
  const slugs = rows.map((row) => row.slug)
  const listed = await importList(
    { noun: 'source', table: transaction.source, note, here: {}, where: { slug: { in: slugs } }, ordered: false },
    rows,
    (row) => row,
  )

  const stored = await transaction.source.findMany({
    where: { slug: { in: slugs } },
    include: { texts: { select: { id: true, text: true, origin: true }, orderBy: { id: 'desc' } } },
  })
  // All texts of a source, the one in force first.
  const texts = new Map(
    stored.map(({ slug, texts: rows, currentTextId }) => [
      slug,
      rows.toSorted((a, b) => Number(b.id === currentTextId) - Number(a.id === currentTextId)),
    ]),
  )
  const changed = new Set<string>()
  for (const { slug, excerpt } of dataset.sources) {
    const known = texts.get(slug) ?? []
    if (isToldBy(excerpt, known)) continue
    if (known.length > 0) changed.add(slug)
    const sourceId = listed.ids.get(slug) as number
    const sha256 = hashOfText(excerpt)
    const text =
      (await transaction.sourceText.findUnique({ where: { sourceId_sha256: { sourceId, sha256 } } })) ??
      (await transaction.sourceText.create({ data: { sourceId, text: excerpt, sha256 } }))
    await transaction.source.update({ where: { id: sourceId }, data: { currentTextId: text.id } })
    texts.set(slug, [text, ...known.filter(({ id }) => id !== text.id)])
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
    texts,
  }
}
