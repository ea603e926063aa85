import 'server-only'
import { published } from '@/lib/db/read'
import type { SourceRow } from './view'

/** How many sources a page of them shows. */
export const SOURCES_IN_PAGE = 300

/** How many sources a negotiation rests on. */
export const countSources = (negotiation: string): Promise<number> =>
  published().publishedSource.count({ where: { negotiation } })

/** Sources of a negotiation with how many entries cite each, newest first: some of them, or all. */
export async function listSourceRows(negotiation: string, past = 0, most: number | null = null): Promise<SourceRow[]> {
  // One value: ten thousand rows of their own would keep this process busy for longer than the database.
  const [row] = await published().$queryRaw<{ rows: string }[]>`
    select coalesce(json_agg(json_build_object(
      'slug', slug, 'publisher', publisher, 'title', title, 'published', published, 'kind', kind, 'grade', grade,
      'publisherFlag', publisher_flag, 'language', language, 'entries', entries)), '[]')::text as rows
    from published_source_rows(${negotiation}, ${past}::int, ${most}::int)`
  return JSON.parse(row?.rows ?? '[]') as SourceRow[]
}
