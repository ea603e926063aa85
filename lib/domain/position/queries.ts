import 'server-only'
import { published } from '@/lib/db/read'
import { listCitations } from '@/lib/domain/citation/queries'
import { DomainError } from '@/lib/domain/error'
import { positionsOf } from '@/lib/domain/known/positions'
import { findKnownRecord, findPresentReference, findReference } from '@/lib/domain/known/queries'
import { isCalledAsThen } from '@/lib/domain/known/reference'
import { refuseNames, requireNames } from '@/lib/domain/negotiation/overview'
import type { PublishedRecord } from '@/lib/domain/negotiation/record'
import { SCALE, type Stance } from '@/lib/domain/stance/scale'
import { type Day, dayOf, today } from '@/lib/domain/time/day'
import type { Position, PositionFilter, Positions } from './schema'

type Row = {
  party: string
  demand: string
  topic: string
  entry: string
  revision: number
  stance: Stance
  held_from: Date
  date_precision: Position['datePrecision']
  last_restated: Date
  salience: Position['salience']
  summary: string
  terms: string | null
  shift_from: Stance | null
  shift_to: Stance
  shift_kind: NonNullable<Position['shift']>['kind']
  shift_basis: NonNullable<Position['shift']>['basis']
  shift_on: Date
}

/** Every position of a negotiation on a day, demand by demand in the order of the table. */
export async function listPositions(negotiation: string, filter: PositionFilter): Promise<Positions> {
  const asOf = filter.asOf ?? today()
  refuseTheFuture(asOf, filter.knownAt)
  const past = filter.knownAt ? await findUnderOtherNames(negotiation, filter.knownAt) : null
  if (past) return { negotiation, asOf, knownAt: past.at, items: fromPast(past, asOf, filter) }
  await requireNames(negotiation, filter)
  const recordOnly = filter.onRecord ?? false
  const db = published()
  const rows = filter.knownAt
    ? await db.$queryRaw<
        Row[]
      >`select * from published_positions_known(${negotiation}, ${asOf}::date, ${recordOnly}, ${filter.knownAt}::timestamptz)`
    : await db.$queryRaw<Row[]>`select * from published_positions(${negotiation}, ${asOf}::date, ${recordOnly})`
  const wanted = rows.filter(
    (row) =>
      (filter.party?.includes(row.party) ?? true) &&
      (filter.demand?.includes(row.demand) ?? true) &&
      (filter.topic?.includes(row.topic) ?? true) &&
      (filter.stance?.includes(row.stance) ?? true),
  )
  const citations = await listCitations(wanted)
  return {
    negotiation,
    asOf,
    knownAt: filter.knownAt ?? null,
    items: wanted.map((row, at) => toPosition(row, citations[at] ?? [])),
  }
}

type Past = { at: string; record: PublishedRecord }

/** What was known at an instant, where something of it has another name since, or stands for another: then it is not read by index. */
async function findUnderOtherNames(negotiation: string, at: string): Promise<Past | null> {
  const [then, now] = await Promise.all([findReference(negotiation, at), findPresentReference(negotiation)])
  return then && now && !isCalledAsThen(then, now) ? { at, record: await findKnownRecord(negotiation, at, then) } : null
}

function fromPast({ record }: Past, asOf: Day, filter: PositionFilter): Position[] {
  refuseNames(filter, { party: record.parties, demand: record.demands, topic: record.topics })
  const topicOf = new Map(record.demands.map(({ slug, topic }) => [slug, topic]))
  return positionsOf(record, asOf, filter.onRecord ?? false).filter(
    ({ party, demand, stance }) =>
      (filter.party?.includes(party) ?? true) &&
      (filter.demand?.includes(demand) ?? true) &&
      (filter.topic?.includes(topicOf.get(demand) ?? '') ?? true) &&
      (filter.stance?.includes(stance) ?? true),
  )
}

function refuseTheFuture(asOf: string, knownAt: string | undefined): void {
  const faults = [
    ...(asOf > today() ? [{ at: 'asOf', text: 'lies in the future: nobody knows' }] : []),
    ...(knownAt && Date.parse(knownAt) > Date.now()
      ? [{ at: 'knownAt', text: 'lies in the future, or is a day that is not over (UTC): nobody knows' }]
      : []),
  ]
  if (faults.length > 0) throw new DomainError('INVALID', 'The future is asked for.', faults)
}

const toPosition = (row: Row, citations: Position['citations']): Position => ({
  demand: row.demand,
  party: row.party,
  stance: row.stance,
  value: SCALE[row.stance].value,
  summary: row.summary,
  terms: row.terms,
  salience: row.salience,
  heldFrom: dayOf(row.held_from),
  datePrecision: row.date_precision,
  lastRestated: dayOf(row.last_restated),
  entry: row.entry,
  citations,
  shift: {
    from: row.shift_from,
    to: row.shift_to,
    kind: row.shift_kind,
    basis: row.shift_basis,
    on: dayOf(row.shift_on),
  },
})
