import 'server-only'
import type { Transaction } from '@/lib/db/write'
import { settleMerges } from '@/lib/domain/merge/settle-merges'
import type { MergedKind } from '@/lib/domain/merge/view'
import type { Ids, Noter } from './import-list'
import { ImportRefused } from './import-refused'
import type { Dataset } from './schema'
import type { Tally } from './tally'

const KIND_OF = {
  parties: 'party',
  speakers: 'speaker',
  topics: 'topic',
  demands: 'demand',
  events: 'event',
  sources: 'source',
} as const
type ListName = keyof typeof KIND_OF
const LIST_NAMES = Object.keys(KIND_OF) as ListName[]

const negotiationOf = (list: ListName, id: number) => (list === 'sources' ? null : id)

/** A name that a row was given up for another one: a file that still says it is older than the record. */
export async function refuseFormerNames(transaction: Transaction, dataset: Dataset): Promise<void> {
  const negotiation = await transaction.negotiation.findUnique({ where: { slug: dataset.negotiation.slug } })
  const problems: string[] = []
  const former = await transaction.formerAddress.findFirst({
    where: { kind: 'negotiation', slug: dataset.negotiation.slug },
  })
  if (!negotiation && former)
    problems.push(
      `negotiation.slug: "${former.slug}" is the former address of another negotiation: write its present one`,
    )
  for (const list of LIST_NAMES) {
    if (list !== 'sources' && !negotiation) continue
    const given = dataset[list].map(({ slug }) => slug)
    const rows = await transaction.formerAddress.findMany({
      where: { kind: KIND_OF[list], negotiationId: negotiationOf(list, negotiation?.id ?? 0), slug: { in: given } },
    })
    for (const { slug, subjectId } of rows) {
      // biome-ignore lint/suspicious/noExplicitAny: each of these tables has a slug
      const now = await (transaction[KIND_OF[list]] as any).findUniqueOrThrow({ where: { id: subjectId } })
      if (now.slug !== slug)
        problems.push(`${list}[${given.indexOf(slug)}].slug: "${slug}" is called "${now.slug}" by now: write that`)
    }
  }
  if (problems.length > 0) throw new ImportRefused(problems)
}

/** Former addresses, wordings and merges that the record does not know yet. Nothing of the record’s own memory is changed. */
export async function importMemory(
  transaction: Transaction,
  dataset: Dataset,
  negotiationId: number,
  ids: Record<ListName, Ids>,
  tallies: Record<string, Tally>,
  note: Noter,
): Promise<void> {
  // A row that the file brings is counted already.
  const count = (list: ListName) => {
    const tally = tallies[list]
    if (!tally || tally.unchanged === 0) return
    tally.changed++
    tally.unchanged--
  }
  const formerly = [
    ...(dataset.negotiation.formerly ?? []).map((slug) => ({
      ...{ kind: 'negotiation', negotiationId: null, slug },
      subjectId: negotiationId,
    })),
    ...LIST_NAMES.flatMap((list) =>
      dataset[list].flatMap((row) =>
        (row.formerly ?? []).map((slug) => ({
          ...{ kind: KIND_OF[list], negotiationId: negotiationOf(list, negotiationId), slug },
          subjectId: ids[list].get(row.slug) as number,
        })),
      ),
    ),
  ]
  await transaction.formerAddress.createMany({ data: formerly, skipDuplicates: true })
  await importWordings(transaction, dataset, negotiationId, ids.demands)
  for (const list of ['parties', 'speakers', 'sources'] as const)
    await importMerges(transaction, KIND_OF[list], dataset[list], ids[list], () => count(list), note)
}

async function importWordings(transaction: Transaction, { demands }: Dataset, negotiationId: number, ids: Ids) {
  for (const { slug, wordings } of demands) {
    if (!wordings) continue
    const demandId = ids.get(slug) as number
    const stored = await transaction.demandWording.findMany({ where: { demandId }, orderBy: { number: 'asc' } })
    // A record that remembers otherwise keeps its own memory.
    const agrees = stored.every(
      (row, at) =>
        row.proposition === wordings[at]?.proposition &&
        row.lowEnd === wordings[at]?.lowEnd &&
        row.highEnd === wordings[at]?.highEnd,
    )
    if (!agrees) continue
    await transaction.demandWording.createMany({
      data: wordings.slice(stored.length).map(({ since, ...words }, at) => ({
        ...words,
        ...{ negotiationId, demandId, number: stored.length + at + 1, wordedAt: new Date(since) },
      })),
    })
  }
}

async function importMerges(
  transaction: Transaction,
  kind: MergedKind,
  rows: readonly { slug: string; mergedInto?: string | undefined }[],
  ids: Ids,
  count: () => void,
  note: Noter,
) {
  let any = false
  for (const { slug, mergedInto } of rows) {
    if (mergedInto === undefined) continue
    const [fromId, intoId] = [ids.get(slug) as number, ids.get(mergedInto) as number]
    if (await transaction.merge.findFirst({ where: { kind, fromId, undoneAt: null } })) continue
    await transaction.merge.create({
      data: { kind, fromId, intoId, reason: 'As the imported file says', mergedBy: 'import' },
    })
    note({ action: `merge ${kind}`, subjectKind: kind, subjectId: slug, details: { into: mergedInto } })
    count()
    any = true
  }
  if (any) await settleMerges(transaction, kind)
}
