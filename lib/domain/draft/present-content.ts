import 'server-only'
import type { Transaction } from '@/lib/db/write'
import type { DraftContent } from './content'

type Row = { kind: string; former: string; present: string }

/** A draft in the names of today: what it names may have got another slug, or been merged into another, since it was typed. */
export async function presentContent(
  transaction: Transaction,
  negotiationId: number,
  content: DraftContent,
): Promise<DraftContent> {
  const rows = await transaction.$queryRaw<Row[]>`
    select f.kind, f.slug as former, coalesce(p.slug, k.slug, d.slug, v.slug) as present
    from former_address f
    left join party o on f.kind = 'party' and o.id = f.subject_id left join party p on p.id = coalesce(o.merged_into_id, o.id)
    left join speaker q on f.kind = 'speaker' and q.id = f.subject_id left join speaker k on k.id = coalesce(q.merged_into_id, q.id)
    left join demand d on f.kind = 'demand' and d.id = f.subject_id
    left join event v on f.kind = 'event' and v.id = f.subject_id
    where f.negotiation_id = ${negotiationId} and f.kind in ('party', 'speaker', 'demand', 'event')
    union all
    select 'party', o.slug, p.slug from party o join party p on p.id = o.merged_into_id where o.negotiation_id = ${negotiationId}
    union all
    select 'speaker', o.slug, k.slug from speaker o join speaker k on k.id = o.merged_into_id where o.negotiation_id = ${negotiationId}`
  if (rows.length === 0) return content
  const names = new Map(rows.map(({ kind, former, present }) => [`${kind} ${former}`, present]))
  const now = (kind: string, slug: string) => names.get(`${kind} ${slug}`) ?? slug
  return {
    ...content,
    party: now('party', content.party),
    demand: now('demand', content.demand),
    event: now('event', content.event),
    citations: content.citations.map((citation) => ({ ...citation, speaker: now('speaker', citation.speaker) })),
  }
}
