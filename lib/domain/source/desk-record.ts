import 'server-only'
import { appClient } from '@/lib/db/client'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { roleMay } from '@/lib/domain/account/roles'
import { DomainError } from '@/lib/domain/error'
import { dayOf } from '@/lib/domain/time/day'
import { mayAmend } from './amend-source'
import type { DeskSource } from './desk-record-view'
import type { Described } from './desk-schema'
import { diffTexts, type Run } from './text-diff'

/** Everything about one source: what is said of it, its texts, what cites it, and what is flagged. */
export async function getDeskSource(actor: Actor, slug: string): Promise<DeskSource> {
  allow(actor, 'read stored texts')
  const db = appClient()
  const source = await db.source.findUnique({
    where: { slug },
    include: {
      texts: { orderBy: { id: 'desc' }, include: { _count: { select: { citations: true } } } },
      negotiations: { include: { negotiation: { select: { slug: true, title: true } } } },
    },
  })
  if (!source) throw new DomainError('NOT_FOUND', 'There is no such source.')
  const [citations, flags] = await Promise.all([
    db.citation.findMany({
      where: { sourceId: source.id, revision: { currentOf: { isNot: null } } },
      orderBy: [{ revision: { heldFrom: 'asc' } }, { ordinal: 'asc' }],
      include: { revision: { include: { entry: { include: { party: true, demand: true } } } } },
    }),
    db.sourceFlag.findMany({
      where: { sourceId: source.id, resolvedAt: null },
      orderBy: { id: 'asc' },
      include: { citation: { select: { quote: true } } },
    }),
  ])
  const names = await namesOf([
    source.addedBy,
    ...source.texts.map((text) => text.recordedBy),
    ...flags.map((flag) => flag.noticedBy),
  ])
  const entries = [...new Set(citations.map(({ revision }) => revision.entryId))].map((id) => {
    const own = citations.filter(({ revision }) => revision.entryId === id)
    const { entry, summary, heldFrom } = (own[0] as (typeof own)[number]).revision
    return {
      id,
      party: entry.party.name,
      demand: entry.demand.title,
      summary,
      heldFrom: dayOf(heldFrom),
      isPublished: entry.livePublicationId !== null,
      quotes: own.map(({ quote }) => quote),
    }
  })
  // The database's checks keep these columns to the words of the schemas, which is why the cast is safe.
  const {
    kind,
    publisher,
    publisherFlag,
    title,
    titleBasis,
    url,
    publishedBasis,
    language,
    grade,
    note,
    authors,
    archivedUrl,
  } = source
  return {
    slug,
    version: source.version,
    told: {
      kind,
      publisher,
      publisherFlag,
      title,
      titleBasis,
      url,
      published: source.publishedOn && dayOf(source.publishedOn),
      publishedBasis,
      language,
      grade,
      note,
      authors,
      archivedUrl,
    } as Described,
    fetchedUrl: source.fetchedUrl,
    addedBy: source.addedBy && (names.get(source.addedBy) ?? source.addedBy),
    negotiations: source.negotiations.map(({ negotiation }) => negotiation),
    texts: source.texts.map((text) => ({
      id: text.id,
      text: text.text,
      sha256: text.sha256,
      recordedAt: text.recordedAt.toISOString(),
      recordedBy: text.recordedBy && (names.get(text.recordedBy) ?? text.recordedBy),
      origin: text.origin,
      citations: text._count.citations,
      isInForce: text.id === source.currentTextId,
    })),
    entries,
    flags: flags.map(({ id, entryId, kind: flagKind, wordsNow, noticedAt, noticedBy, citation }) => ({
      id,
      entry: entryId,
      kind: flagKind as 'changed' | 'vanished',
      quote: citation.quote,
      wordsNow,
      noticedAt: noticedAt.toISOString(),
      noticedBy: names.get(noticedBy) ?? noticedBy,
    })),
    may: {
      amend: mayAmend(actor, source),
      store: roleMay(actor.role, 'add sources'),
      resolve: roleMay(actor.role, 'review'),
      write: roleMay(actor.role, 'write drafts'),
    },
  }
}

/** What was changed from one stored text of a source to another. */
export async function getTextDiff(actor: Actor, slug: string, from: number, to: number): Promise<Run[]> {
  allow(actor, 'read stored texts')
  const texts = await appClient().sourceText.findMany({ where: { id: { in: [from, to] }, source: { slug } } })
  const [older, newer] = [texts.find(({ id }) => id === from), texts.find(({ id }) => id === to)]
  if (!older || !newer) throw new DomainError('NOT_FOUND', 'There is no such text of this source.')
  return diffTexts(older.text, newer.text)
}

async function namesOf(ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const people = await appClient().person.findMany({
    where: { id: { in: ids.filter((id) => id !== null) } },
    select: { id: true, name: true },
  })
  return new Map(people.map(({ id, name }) => [id, name]))
}
