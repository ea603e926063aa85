import 'server-only'
import { published } from '@/lib/db/read'
import { dayOf } from '@/lib/domain/time/day'
import type { Citation } from './schema'

type Row = Omit<Citation, 'quoteKind' | 'saidOn'> & {
  entry: string
  revision: number
  quote_kind: Citation['quoteKind']
  said_on: Date | null
}

/** The citations of revisions that are or were published, in the order of `revisions`. */
export async function listCitations(revisions: readonly { entry: string; revision: number }[]): Promise<Citation[][]> {
  const rows = await published().$queryRaw<Row[]>`
    select * from published_citations(${revisions.map(({ entry }) => entry)}::text[], ${revisions.map(({ revision }) => revision)}::int[])`
  const found = new Map<string, Citation[]>()
  for (const { entry, revision, source, quote, quote_kind, speaker, said_on, attribution } of rows) {
    const key = `${entry} ${revision}`
    const list = found.get(key) ?? []
    list.push({ source, quote, quoteKind: quote_kind, speaker, attribution, saidOn: said_on && dayOf(said_on) })
    found.set(key, list)
  }
  return revisions.map(({ entry, revision }) => found.get(`${entry} ${revision}`) ?? [])
}
