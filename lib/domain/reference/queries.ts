import 'server-only'
import { appClient } from '@/lib/db/client'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { DomainError } from '@/lib/domain/error'
import { dayOf } from '@/lib/domain/time/day'
import { tableOf } from './columns'
import type { Kind, Option, ReferenceLine, ReferenceRow } from './kinds'

const INCLUDED: Record<Kind, object> = {
  party: { mergedInto: true },
  speaker: { mergedInto: true, party: { include: { mergedInto: true } } },
  topic: { _count: { select: { demands: true } } },
  demand: {
    topic: true,
    raisedBy: { include: { party: { include: { mergedInto: true } } }, orderBy: { ordinal: 'asc' } },
  },
  event: {
    source: { include: { source: true } },
    participants: { include: { party: { include: { mergedInto: true } } }, orderBy: { ordinal: 'asc' } },
  },
}

// biome-ignore lint/suspicious/noExplicitAny: a row of any of the tables, with what INCLUDED says
type Row = any

/** One list of a negotiation in its order, also where readers see nothing of it yet. */
export async function listRows(actor: Actor, negotiation: string, kind: Kind): Promise<ReferenceLine[]> {
  allow(actor, 'amend reference data')
  const rows: Row[] = await tableOf(appClient(), kind).findMany({
    where: { negotiation: { slug: negotiation } },
    orderBy: [{ ordinal: 'asc' }, { id: 'asc' }],
    include: INCLUDED[kind],
  })
  return rows.map((row) => ({
    slug: row.slug,
    title: row.title ?? row.name,
    detail: detailOf(kind, row),
    mergedInto: row.mergedInto?.slug ?? null,
  }))
}

export async function getRow(actor: Actor, negotiation: string, kind: Kind, slug: string): Promise<ReferenceRow> {
  allow(actor, 'amend reference data')
  const row: Row = await tableOf(appClient(), kind).findFirst({
    where: { negotiation: { slug: negotiation }, slug },
    include: INCLUDED[kind],
  })
  if (!row) throw new DomainError('NOT_FOUND', `This negotiation has no ${kind} "${slug}".`)
  return { slug, title: row.title ?? row.name, version: row.version, fields: { slug, ...fieldsOf(kind, row) } }
}

/** The parties and topics that a form lets one choose from. */
export async function listOptions(actor: Actor, negotiation: string): Promise<{ parties: Option[]; topics: Option[] }> {
  allow(actor, 'amend reference data')
  const order = { where: { negotiation: { slug: negotiation } }, orderBy: [{ ordinal: 'asc' }, { id: 'asc' }] } as const
  const db = appClient()
  const parties = await db.party.findMany({
    ...order,
    where: { ...order.where, mergedIntoId: null },
    orderBy: [...order.orderBy],
  })
  const topics = await db.topic.findMany({ ...order, orderBy: [...order.orderBy] })
  return {
    parties: parties.map(({ slug, name }) => ({ value: slug, label: name })),
    topics: topics.map(({ slug, title }) => ({ value: slug, label: title })),
  }
}

const shown = (row: Row) => row.mergedInto ?? row
const slugsOf = (links: Row[]) => [...new Set(links.map(({ party }) => shown(party).slug))].join(', ')

function detailOf(kind: Kind, row: Row): string {
  if (kind === 'party') return `${row.shortName} · ${row.role}`
  if (kind === 'speaker') return [row.office, shown(row.party).shortName, row.affiliation].filter(Boolean).join(' · ')
  if (kind === 'topic') return row._count.demands === 1 ? '1 demand' : `${row._count.demands} demands`
  if (kind === 'demand') return `${row.topic.title} · ${row.proposition}`
  return [dayOf(row.startsOn), row.place, row.kind].filter(Boolean).join(' · ')
}

function fieldsOf(kind: Kind, row: Row): Record<string, string> {
  if (kind === 'party') return { name: row.name, shortName: row.shortName, role: row.role, note: row.note ?? '' }
  if (kind === 'speaker')
    return { name: row.name, office: row.office, party: shown(row.party).slug, affiliation: row.affiliation ?? '' }
  if (kind === 'topic') return { title: row.title }
  if (kind === 'demand')
    return {
      title: row.title,
      topic: row.topic.slug,
      raisedBy: slugsOf(row.raisedBy),
      keywords: row.keywords.join(', '),
      proposition: row.proposition,
      highEnd: row.highEnd,
      lowEnd: row.lowEnd,
    }
  return {
    title: row.title,
    date: dayOf(row.startsOn),
    endDate: row.endsOn ? dayOf(row.endsOn) : '',
    place: row.place ?? '',
    kind: row.kind,
    participants: slugsOf(row.participants),
    source: row.source?.source.slug ?? '',
  }
}
