// A random change of one byte in what is chained, as somebody could make it who may do everything in the database.
import type pg from 'pg'

/** Everything of these columns is chained. Not: who wrote a row, and what is computed from others. */
const CHAINED: Record<string, string[]> = {
  revision: [
    ...[
      'id',
      'negotiation_id',
      'entry_id',
      'number',
      'held_from',
      'date_precision',
      'stance',
      'salience',
      'summary',
      'terms',
    ],
    ...['shift_kind', 'shift_basis', 'shift_note', 'event_id', 'recorded_at'],
  ],
  citation: [
    ...[
      'id',
      'negotiation_id',
      'revision_id',
      'ordinal',
      'source_id',
      'source_text_id',
      'quote',
      'prefix',
      'suffix',
      'starts_at',
      'ends_at',
    ],
    ...['quote_kind', 'speaker_id', 'attribution', 'said_on'],
  ],
  publication: ['id', 'negotiation_id', 'entry_id', 'revision_id', 'kind', 'reason', 'published_at'],
  source_text: ['id', 'source_id', 'text', 'sha256'],
  entry: [
    'id',
    'negotiation_id',
    'party_id',
    'filed_party_id',
    'demand_id',
    'live_publication_id',
    'live_held_from',
    'live_stance',
    'live_shift_kind',
  ],
  chain_address: ['kind', 'subject_id', 'slug'],
  chain_link: ['number', 'kind', 'subject_id', 'salt', 'payload_hash', 'previous_hash', 'hash'],
}
/** Of these, only what something chained rests on. */
const RESTS: Record<string, string> = {
  source_text: 'where exists (select from citation c where c.source_text_id = t.id)',
  chain_address: "where t.kind = 'party' and exists (select from entry e where e.filed_party_id = t.subject_id)",
}
const BYTES = 'abcdefghijklmnopqrstuvwxyz0123456789 -:.,'

const any = <Item>(list: readonly Item[]): Item => list[Math.floor(Math.random() * list.length)] as Item

/** Changes one byte of one value, and says of which. What the type of the column does not take is tried with another. */
export async function tamper(owner: pg.Client): Promise<string> {
  for (;;) {
    const table = any(Object.keys(CHAINED))
    const column = any(CHAINED[table] as string[])
    const rests = RESTS[table] ?? ''
    const { rows } = await owner.query(
      `select t.ctid::text as place, ${column}::text as value, pg_typeof(${column})::text as type from ${table} t ${rests}
       offset floor(random() * (select count(*) from ${table} t ${rests})) limit 1`,
    )
    const { place, value, type } = rows[0] ?? {}
    if (!value || !/^[ -~]*$/.test(value)) continue
    const at = Math.floor(Math.random() * value.length)
    const changed =
      value.slice(0, at) + any([...(/^(integer|date)$/.test(type) ? '0123456789' : BYTES)]) + value.slice(at + 1)
    await owner.query('savepoint attempt')
    try {
      const { rowCount } = await owner.query(
        `update ${table} set ${column} = $1::${type} where ctid = '${place}'::tid and ${column} is distinct from $1::${type}`,
        [changed],
      )
      if (rowCount === 1) return `${table} ${column}: ${value} → ${changed}`
    } catch {
      // Not a day, too large, or a value that another row has.
    }
    await owner.query('rollback to savepoint attempt')
  }
}
