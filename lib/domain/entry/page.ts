import 'server-only'
import { published } from '@/lib/db/read'
import { listCitations } from '@/lib/domain/citation/queries'
import type { Citation } from '@/lib/domain/citation/schema'
import { readHeldCursor, writeCursor } from '@/lib/domain/filter/cursor'
import { PAGE_SIZE, type Page } from '@/lib/domain/filter/schema'
import { requireNames } from '@/lib/domain/negotiation/overview'
import type { Stance } from '@/lib/domain/stance/scale'
import { dayOf } from '@/lib/domain/time/day'
import type { EntryFilter } from './list-schema'
import type { Entry } from './schema'

type Asked = EntryFilter & { kind?: string[] | undefined }

export type EntryRow = {
  id: string
  party: string
  demand: string
  ordinal: number
  revision: number
  held_from: Date
  date_precision: Entry['datePrecision']
  stance: Stance
  salience: Entry['salience']
  summary: string
  terms: string | null
  shift_kind: NonNullable<Entry['shift']>['type'] | null
  shift_basis: NonNullable<Entry['shift']>['basis'] | null
  shift_note: string | null
  event: string | null
  published_at: Date
  first_published_at: Date
  /** The stance before it; null when it is the first of its cell. */
  follows: Stance | null
}

/** One page of entries, or of those alone that are shifts, with their citations. */
export async function readPage(
  negotiation: string,
  shiftsOnly: boolean,
  filter: Asked,
): Promise<Page<EntryRow & { citations: Citation[] }>> {
  const [held, ordinal, id] = filter.cursor ? readHeldCursor(filter.cursor) : [null, null, null]
  await requireNames(negotiation, filter)
  const size = filter.limit ?? PAGE_SIZE
  const any = (list: string[] | undefined) => list ?? null
  // One more than asked for tells whether there is a next page.
  const rows = await published().$queryRaw<EntryRow[]>`
    select * from published_entries_page(${negotiation}, ${shiftsOnly}, ${filter.sort !== 'on'},
      ${filter.from ?? null}::date, ${filter.to ?? null}::date, ${any(filter.party)}::text[], ${any(filter.demand)}::text[],
      ${any(filter.kind)}::text[], ${any(filter.stance)}::text[], ${filter.onRecord ?? null}::boolean,
      ${held}::date, ${ordinal}::int, ${id}::text, ${size + 1}::int)`
  const page = rows.slice(0, size)
  const last = page.at(-1)
  const citations = await listCitations(page.map((row) => ({ entry: row.id, revision: row.revision })))
  return {
    items: page.map((row, at) => ({ ...row, citations: citations[at] ?? [] })),
    next: last && rows.length > size ? writeCursor([dayOf(last.held_from), last.ordinal, last.id]) : null,
  }
}
