import 'server-only'
import { published } from '@/lib/db/read'
import type { SitePage } from './sitemap'

/** How many pages there are about all records together. */
export async function countPages(): Promise<number> {
  const [row] = await published().$queryRaw<{ pages: number }[]>`select count(*)::int as pages from published_pages()`
  return row?.pages ?? 0
}

/** Some of them, in an order that stays. */
export async function listPages(past: number, most: number): Promise<SitePage[]> {
  // One value: a hundred thousand rows of their own would keep this process busy for longer than the database.
  const [row] = await published().$queryRaw<{ pages: string }[]>`
    select coalesce(json_agg(json_build_array(path, to_char(changed at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))), '[]')::text as pages
    from (select * from published_pages() limit ${most}::int offset ${past}::int) page`
  return (JSON.parse(row?.pages ?? '[]') as [string, string | null][]).map(([path, changed]) => ({ path, changed }))
}
