import { shownIn } from '@/lib/domain/source/list'
import type { SourceRow } from '@/lib/domain/source/view'
import { formatDay } from '@/lib/domain/time/day'

/** A source in the table of them. */
export function SourceRowLine({ row }: { row: SourceRow }) {
  return (
    <tr>
      <td>
        <bdi>{row.publisher}</bdi>
      </td>
      <th scope="row" className="font-normal [overflow-wrap:anywhere]">
        <a href={`/sources/${row.slug}`} className="quiet-link" lang={row.language}>
          <bdi>{row.title}</bdi>
        </a>
      </th>
      <td className="whitespace-nowrap">{row.published ? formatDay(row.published) : 'undated'}</td>
      <td>{shownIn(row, 'kind')}</td>
      <td>
        <span className="sm:sr-only">Grade </span>
        {row.grade}
      </td>
      <td>{shownIn(row, 'label')}</td>
      <td>{shownIn(row, 'language')}</td>
      <td>
        {row.entries}
        <span className="sm:sr-only"> {row.entries === 1 ? 'entry' : 'entries'}</span>
      </td>
    </tr>
  )
}
