// How long after a publication every one of several app processes, all with their caches on, shows it on the public page.
import type pg from 'pg'
import { withConnection } from '@/lib/db/connection'
import { acquireServer } from '@/lib/db/embedded/server'
import { addressesOf } from '@/lib/db/roles'
import { readSettings } from '@/lib/settings'
import { installed, MADE, REAL, say } from './ground'
import { bodyOf, type Served, serve } from './parley'
import { inTurn, type Result, type Row } from './row'

const PROCESSES = 3
const ROUNDS = 5
const PATIENCE = 60_000

export async function measure(): Promise<Result> {
  const { data } = await installed()
  const apps: Served[] = []
  const rows: Row[] = []
  try {
    say(`starting ${PROCESSES} processes of the app`)
    for (let count = 0; count < PROCESSES; count++) apps.push(await serve(data, {}, false))
    const server = await acquireServer(data)
    try {
      const { appUrl } = addressesOf(server.ownerUrl, readSettings({ PARLEY_DATA: data }))
      for (const [slug, record, rounds] of [
        [REAL, 'real record', ROUNDS],
        [MADE, 'made record', 3],
      ] as const) {
        say(`publications on the ${record}`)
        let round = 0
        const { publication, notice } = await inTurn(rounds, {
          publication: () => untilEverywhere(appUrl, apps, slug, `Measured ${slug} ${round++} on all pages.`),
          notice: () => untilHeard(appUrl),
        })
        rows.push({
          what: `until the page of every process shows a publication, ${record}`,
          unit: 'ms',
          figures: publication,
          bar: { atMost: 1_000 },
          reference: { name: 'a notice of PostgreSQL alone, from commit to listener', figures: notice },
        })
      }
    } finally {
      await server.release()
    }
  } finally {
    for (const app of apps) await app.stop()
  }
  return {
    name: 'publication',
    about: `A correction is published while ${PROCESSES} processes on one PostgreSQL serve the comparison page from their caches: from the commit until the last of them has answered with the new words, all asked at once, again and again.`,
    rows,
    remarks: [],
  }
}

async function untilEverywhere(appUrl: string, apps: Served[], slug: string, words: string): Promise<number> {
  for (const app of apps) for (const _ of [1, 2]) await bodyOf(`${app.url}/${slug}`) // in the cache of each
  await withConnection(appUrl, (client: pg.Client) => correct(client, slug, words))
  const committed = performance.now()
  await Promise.all(
    apps.map(async ({ url }) => {
      while (!(await bodyOf(`${url}/${slug}`)).includes(words))
        if (performance.now() - committed > PATIENCE) throw new Error(`${url}/${slug} never showed the publication.`)
    }),
  )
  return performance.now() - committed
}

/** Publishes a correction of the entry that was held last: new words, on the same citations. */
async function correct(client: pg.Client, slug: string, words: string): Promise<void> {
  await client.query('begin')
  const { rows } = await client.query(
    `insert into revision (negotiation_id, entry_id, number, held_from, date_precision, stance, salience, summary, terms, shift_kind, shift_basis, shift_note, event_id, recorded_by)
     select r.negotiation_id, r.entry_id, (select max(number) + 1 from revision o where o.entry_id = r.entry_id), r.held_from, r.date_precision, r.stance, r.salience,
       $2, r.terms, r.shift_kind, r.shift_basis, r.shift_note, r.event_id, 'writer'
     from entry e join publication p on p.id = e.live_publication_id join revision r on r.id = p.revision_id
     where e.negotiation_id = (select id from negotiation where slug = $1) order by r.held_from desc, e.ordinal desc limit 1
     returning id, entry_id, negotiation_id`,
    [slug, words],
  )
  const { id, entry_id, negotiation_id } = rows[0]
  await client.query(
    `insert into citation (negotiation_id, revision_id, ordinal, source_id, source_text_id, quote, prefix, suffix, starts_at, ends_at, quote_kind, speaker_id, attribution, said_on)
     select c.negotiation_id, $1, c.ordinal, c.source_id, c.source_text_id, c.quote, c.prefix, c.suffix, c.starts_at, c.ends_at, c.quote_kind, c.speaker_id, c.attribution, c.said_on
     from entry e join publication p on p.id = e.live_publication_id join citation c on c.revision_id = p.revision_id where e.id = $2`,
    [id, entry_id],
  )
  await client.query(
    `insert into publication (negotiation_id, entry_id, revision_id, kind, reason, published_by) values ($1, $2, $3, 'correction', 'Measured', 'editor')`,
    [negotiation_id, entry_id, id],
  )
  await client.query('commit')
}

const untilHeard = (url: string): Promise<number> =>
  withConnection(url, async (listener: pg.Client) => {
    await listener.query('listen parley_bench')
    const heard = new Promise((done) => listener.once('notification', done))
    return withConnection(url, async (speaker: pg.Client) => {
      const began = performance.now()
      await speaker.query('notify parley_bench')
      await heard
      return performance.now() - began
    })
  })
