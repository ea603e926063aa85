import 'server-only'
import type { Transaction } from '@/lib/db/write'
import { DomainError } from '@/lib/domain/error'
import { dayOf, today } from '@/lib/domain/time/day'
import { byName, type Ground, type KnownText, speakerByName } from './ground'

export type Reader = Pick<
  Transaction,
  '$queryRaw' | 'negotiation' | 'party' | 'demand' | 'event' | 'speaker' | 'sourceText' | 'entry' | 'draft' | 'revision'
>

/** The names that rows are held against, with the sources that they name. */
export async function loadGround(
  db: Reader,
  negotiation: string,
  sources: readonly string[],
): Promise<{ id: number; ground: Ground }> {
  const found = await db.negotiation.findUnique({ where: { slug: negotiation } })
  if (!found) throw new DomainError('NOT_FOUND', 'There is no such negotiation.')
  const here = { where: { negotiationId: found.id } }
  const parties = await db.party.findMany(here)
  const demands = await db.demand.findMany(here)
  const events = await db.event.findMany(here)
  const speakers = await db.speaker.findMany({ ...here, include: { party: true } })
  const known = await knownSources(db, found.id, sources)
  return {
    id: found.id,
    ground: {
      startedOn: dayOf(found.startedOn),
      today: today(),
      party: byName(parties.map(({ slug, name, shortName }) => ({ slug, names: [name, shortName] }))),
      demand: byName(demands.map(({ slug, title, proposition }) => ({ slug, names: [title, proposition] }))),
      event: byName(events.map(({ slug, title }) => ({ slug, names: [title] }))),
      speaker: speakerByName(speakers.map(({ slug, name, party }) => ({ slug, name, party: party.slug }))),
      source: (name) => known.get(name),
    },
  }
}

const LONGEST_NAME = 2_000

/** Sources by slug, or by an address or a variant of one (the same article on a mobile page). */
async function knownSources(
  db: Reader,
  negotiationId: number,
  given: readonly string[],
): Promise<Map<string, KnownText>> {
  const names = given.filter(
    (name) => name !== '' && name.length <= LONGEST_NAME && !name.includes('\0') && name.isWellFormed(),
  )
  if (names.length === 0) return new Map()
  const rows = await db.$queryRaw<{ name: string; slug: string; used: boolean; text_id: number | null }[]>`
    with wanted as (select distinct name, case when name ~* '^https?://' then address_key(name) end as key from unnest(${names}::text[]) as name),
    found as (
      select w.name, s.id from wanted w join source s on s.slug = w.name
      union
      select w.name, s.id from wanted w join source s on address_key(s.url) = w.key
      union
      select w.name, s.id from wanted w join source s on address_key(s.fetched_url) = w.key)
    select distinct on (f.name) f.name, s.slug, s.current_text_id as text_id,
      exists (select from negotiation_source u where u.source_id = s.id and u.negotiation_id = ${negotiationId}) as used
    from found f join source s on s.id = f.id order by f.name, used desc, s.id`
  return new Map(rows.map(({ name, slug, used, text_id }) => [name, { slug, used, textId: text_id }]))
}
