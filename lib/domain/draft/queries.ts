import 'server-only'
import { appClient } from '@/lib/db/client'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { DomainError } from '@/lib/domain/error'
import { dayOf } from '@/lib/domain/time/day'
import type { CellEntry } from './cell'
import type { DraftContent } from './content'
import { presentContent } from './present-content'
import { contentOfRevision } from './revision-content'
import { listRow } from './surroundings'
import type { Article, DraftLine, OpenDraft, Reference } from './view'

/** What this person is writing, last saved first; what an import brought is listed there. */
export async function listDrafts(actor: Actor): Promise<DraftLine[]> {
  allow(actor, 'write drafts')
  const rows = await appClient().draft.findMany({
    where: { author: actor.id, importId: null },
    orderBy: { savedAt: 'desc' },
    include: { negotiation: true, use: { include: { source: true } } },
  })
  const names = await namesFor(rows)
  return rows.map((row) => {
    const content = row.content as DraftContent
    return {
      id: row.id,
      negotiation: row.negotiation.slug,
      party: names.get(`party ${row.negotiationId} ${content.party}`) ?? content.party,
      demand: names.get(`demand ${row.negotiationId} ${content.demand}`) ?? content.demand,
      summary: content.summary,
      entry: row.entryId,
      source: row.use && { slug: row.use.source.slug, title: row.use.source.title },
      savedAt: row.savedAt.toISOString(),
    }
  })
}

/** A draft holds slugs; people read names. */
async function namesFor(drafts: readonly { negotiationId: number; content: unknown }[]): Promise<Map<string, string>> {
  const negotiations = { in: [...new Set(drafts.map(({ negotiationId }) => negotiationId))] }
  const written = drafts.map(({ content }) => content as DraftContent)
  const db = appClient()
  const [parties, demands] = await Promise.all([
    db.party.findMany({
      where: { negotiationId: negotiations, slug: { in: [...new Set(written.map(({ party }) => party))] } },
    }),
    db.demand.findMany({
      where: { negotiationId: negotiations, slug: { in: [...new Set(written.map(({ demand }) => demand))] } },
    }),
  ])
  return new Map([
    ...parties.map(({ negotiationId, slug, name }) => [`party ${negotiationId} ${slug}`, name] as const),
    ...demands.map(({ negotiationId, slug, title }) => [`demand ${negotiationId} ${slug}`, title] as const),
  ])
}

/** One draft of one's own, with what has happened to its entry since it was begun. */
export async function getDraft(actor: Actor, id: string): Promise<OpenDraft> {
  allow(actor, 'write drafts')
  return appClient().$transaction(async (transaction) => {
    const row = await transaction.draft.findFirst({
      where: { id, author: actor.id },
      include: {
        negotiation: true,
        use: { include: { source: true } },
        entry: { include: { publications: { take: 1 }, currentRevision: true } },
      },
    })
    if (!row)
      throw new DomainError(
        'NOT_FOUND',
        'This draft is not there. It was sent or thrown away, or it is somebody else’s.',
      )
    const { entry, baseRevisionId } = row
    const isOvertaken = entry !== null && baseRevisionId !== null && entry.currentRevisionId !== baseRevisionId
    return {
      id: row.id,
      version: row.version,
      negotiation: row.negotiation.slug,
      content: await presentContent(transaction, row.negotiationId, row.content as DraftContent),
      savedAt: row.savedAt.toISOString(),
      source: row.use?.source.slug ?? null,
      entry: entry && { id: entry.id, ordinal: entry.ordinal, published: entry.publications.length > 0 },
      overtaken: isOvertaken
        ? {
            base: await contentOfRevision(transaction, baseRevisionId as number),
            now: await contentOfRevision(transaction, entry.currentRevisionId as number),
            revision: entry.currentRevision?.number as number,
          }
        : null,
    }
  })
}

/** Every entry that readers see of one demand: what a draft is compared with while it is written. */
export async function readRow(actor: Actor, negotiation: string, demand: string): Promise<CellEntry[]> {
  allow(actor, 'write drafts')
  return appClient().$transaction(async (transaction) => {
    const here = await transaction.negotiation.findUnique({ where: { slug: negotiation } })
    if (!here) throw new DomainError('NOT_FOUND', 'There is no such negotiation.')
    return listRow(transaction, here.id, demand)
  })
}

/** What a draft chooses from: parties, demands, speakers and events, also those that readers do not see yet. */
export async function getReference(actor: Actor, negotiation: string): Promise<Reference> {
  allow(actor, 'write drafts')
  const row = await appClient().negotiation.findUnique({
    where: { slug: negotiation },
    include: {
      parties: { where: { mergedIntoId: null }, orderBy: { ordinal: 'asc' } },
      demands: { orderBy: { ordinal: 'asc' }, include: { topic: true } },
      speakers: {
        where: { mergedIntoId: null },
        orderBy: [{ ordinal: 'asc' }, { id: 'asc' }],
        include: { party: { include: { mergedInto: true } } },
      },
      events: { orderBy: { startsOn: 'desc' } },
    },
  })
  if (!row) throw new DomainError('NOT_FOUND', 'There is no such negotiation.')
  return {
    negotiation: { slug: row.slug, title: row.title, startedOn: dayOf(row.startedOn) },
    parties: row.parties.map(({ slug, name, shortName }) => ({ slug, name, shortName })),
    demands: row.demands.map(({ slug, title, proposition, lowEnd, highEnd, keywords, topic }) => ({
      slug,
      title,
      proposition,
      lowEnd,
      highEnd,
      keywords,
      topic: topic.title,
    })),
    speakers: row.speakers.map(({ slug, name, office, affiliation, party }) => ({
      slug,
      name,
      office,
      affiliation,
      party: (party.mergedInto ?? party).slug,
    })),
    events: row.events.map(({ slug, title, startsOn }) => ({ slug, title, date: dayOf(startsOn) })),
  }
}

/** The stored text of a source, whole: for those who are signed in. Null when none is stored. */
export async function findArticle(actor: Actor, slug: string): Promise<Article | null> {
  allow(actor, 'read stored texts')
  const row = await appClient().source.findUnique({ where: { slug }, include: { currentText: true } })
  if (!row) throw new DomainError('NOT_FOUND', 'There is no such source.')
  return (
    row.currentText && {
      slug: row.slug,
      title: row.title,
      publisher: row.publisher,
      kind: row.kind,
      published: row.publishedOn && dayOf(row.publishedOn),
      grade: row.grade,
      language: row.language,
      url: row.url,
      textId: row.currentText.id,
      text: row.currentText.text,
    }
  )
}
