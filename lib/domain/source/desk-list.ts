import 'server-only'
import { appClient } from '@/lib/db/client'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { dayOf } from '@/lib/domain/time/day'
import type { DeskChoice, DeskRow } from './desk-list-view'

export const ROWS_A_PAGE = 50

/** Sources as the desk sees them, also those that nothing published rests on; the newest first. `more` says whether a further page follows. */
export async function listDeskSources(actor: Actor, choice: DeskChoice): Promise<{ rows: DeskRow[]; more: boolean }> {
  allow(actor, 'read stored texts')
  const words = choice.words
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 10)
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
  const rows = await appClient().$queryRaw<(Omit<DeskRow, 'published'> & { published_on: Date | null })[]>`
    select s.slug, s.publisher, s.title, s.language, s.grade, s.published_on,
      (select count(distinct e.id)::int from citation c join publication b on b.revision_id = c.revision_id
        join entry e on e.live_publication_id = b.id where c.source_id = s.id) as entries,
      (select count(distinct f.entry_id)::int from source_flag f where f.source_id = s.id and f.resolved_at is null) as flags,
      array(select n.slug from negotiation_source u join negotiation n on n.id = u.negotiation_id where u.source_id = s.id order by n.slug) as negotiations
    from source s
    where (s.title || ' ' || s.publisher || ' ' || coalesce(s.url, '')) ilike all (${words}::text[])
      and (${choice.grade} = '' or s.grade = ${choice.grade})
      and (${choice.negotiation} = '' or exists (select from negotiation_source u join negotiation n on n.id = u.negotiation_id
        where u.source_id = s.id and n.slug = ${choice.negotiation}))
      and (not ${choice.flagged} or exists (select from source_flag f where f.source_id = s.id and f.resolved_at is null))
    order by s.added_at desc, s.id desc
    limit ${ROWS_A_PAGE + 1} offset ${(choice.page - 1) * ROWS_A_PAGE}`
  return {
    rows: rows
      .slice(0, ROWS_A_PAGE)
      .map(({ published_on, ...row }) => ({ ...row, published: published_on && dayOf(published_on) })),
    more: rows.length > ROWS_A_PAGE,
  }
}

/** The negotiations that a source can be added for. */
export async function listNegotiations(actor: Actor): Promise<{ slug: string; title: string }[]> {
  allow(actor, 'read stored texts')
  return appClient().negotiation.findMany({ select: { slug: true, title: true }, orderBy: { title: 'asc' } })
}
