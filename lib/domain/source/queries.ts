import 'server-only'
import { published } from '@/lib/db/read'
import { DomainError } from '@/lib/domain/error'
import { readSlugCursor, writeCursor } from '@/lib/domain/filter/cursor'
import { PAGE_SIZE, type Page } from '@/lib/domain/filter/schema'
import { dayOf } from '@/lib/domain/time/day'
import type { ShownSource, SourceFilter, SourceWithEntries } from './list-schema'

type Row = Omit<ShownSource, 'publisherFlag' | 'titleBasis' | 'published' | 'publishedBasis' | 'archivedUrl'> & {
  archived_url: string | null
  publisher_flag: ShownSource['publisherFlag']
  title_basis: ShownSource['titleBasis']
  published_on: Date | null
  published_basis: string
}

/** Sources that something published rests on, by slug. */
export async function listSources(filter: SourceFilter): Promise<Page<ShownSource>> {
  const after = filter.cursor ? readSlugCursor(filter.cursor) : null
  const size = filter.limit ?? PAGE_SIZE
  const rows = await select({ ...filter, after, only: null }, size + 1)
  const last = rows[size - 1]
  return {
    items: rows.slice(0, size).map(toSource),
    next: last && rows.length > size ? writeCursor([last.slug]) : null,
  }
}

export async function getSource(slug: string): Promise<SourceWithEntries> {
  const [row] = await select({ only: slug, after: null }, 1)
  if (!row) throw new DomainError('NOT_FOUND', `There is no source "${slug}".`)
  const cited = await published().publishedCitation.findMany({
    where: { source: slug },
    select: { entry: true },
    distinct: ['entry'],
    orderBy: { entry: 'asc' },
  })
  return { ...toSource(row), entries: cited.map(({ entry }) => entry) }
}

function select(
  {
    negotiation,
    kind,
    grade,
    publisher,
    publisherFlag,
    language,
    after,
    only,
  }: SourceFilter & { after: string | null; only: string | null },
  size: number,
): Promise<Row[]> {
  const any = (list: string[] | undefined) => list ?? null
  return published().$queryRaw<Row[]>`
    select slug, kind, publisher, publisher_flag, title, title_basis, url, published_on, published_basis, language, grade, note, authors, archived_url,
      array_agg(negotiation order by negotiation) as negotiations
    from published_source
    where (${only}::text is null or slug = ${only}) and (${after}::text is null or slug > ${after})
      and (${any(negotiation)}::text[] is null or negotiation = any (${any(negotiation)}::text[]))
      and (${any(kind)}::text[] is null or kind = any (${any(kind)}::text[]))
      and (${any(grade)}::text[] is null or grade = any (${any(grade)}::text[]))
      and (${publisher ?? null}::text is null or publisher = ${publisher ?? null})
      and (${any(publisherFlag)}::text[] is null or publisher_flag = any (${any(publisherFlag)}::text[]))
      and (${any(language)}::text[] is null or language = any (${any(language)}::text[]))
    group by slug, kind, publisher, publisher_flag, title, title_basis, url, published_on, published_basis, language, grade, note, authors, archived_url
    order by slug limit ${size}::int`
}

const toSource = (row: Row): ShownSource => ({
  slug: row.slug,
  kind: row.kind,
  publisher: row.publisher,
  publisherFlag: row.publisher_flag,
  title: row.title,
  titleBasis: row.title_basis,
  url: row.url,
  published: row.published_on && dayOf(row.published_on),
  publishedBasis: row.published_basis,
  language: row.language,
  grade: row.grade,
  note: row.note,
  authors: row.authors,
  archivedUrl: row.archived_url,
  negotiations: row.negotiations,
})
