import 'server-only'
import type pg from 'pg'
import type { Fault } from './verify'

// What a chain that is whole in itself does not tell: rows beside it, and an entry that shows readers another state than the chain says.
const BESIDE = `
  select 'revision ' || r.number || ' of entry ' || r.entry_id as about, 'it is in no link: it was written past the chain, or its link was taken away' as text
  from revision r where not exists (select from chain_link l where l.kind = 'revision' and l.subject_id = r.id)
  union all
  select 'publication ' || b.id || ' of entry ' || b.entry_id, 'it is in no link: it was written past the chain, or its link was taken away'
  from publication b where not exists (select from chain_link l where l.kind = 'publication' and l.subject_id = b.id)
  union all
  select 'entry ' || e.id, 'readers see another state of it than the one that was published last'
  from entry e
  left join lateral (select * from publication b where b.entry_id = e.id order by b.published_at desc, b.id desc limit 1) b on true
  left join revision r on r.id = b.revision_id and b.kind <> 'withdrawal'
  where e.live_publication_id is distinct from case when b.kind <> 'withdrawal' then b.id end
    or (e.live_held_from, e.live_stance, e.live_shift_kind) is distinct from (r.held_from, r.stance, r.shift_kind)
  union all
  select 'entry ' || e.id, 'it stands under another party than the one that it was filed for, or that this one was merged into'
  from entry e join party p on p.id = e.filed_party_id where e.party_id <> coalesce(p.merged_into_id, p.id)
  limit 1`

export async function findUnchained(client: pg.Client): Promise<Fault | null> {
  const { rows } = await client.query<{ about: string; text: string }>(BESIDE)
  return rows[0] ? { number: null, ...rows[0] } : null
}
