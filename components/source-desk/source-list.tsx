import Link from 'next/link'
import type { DeskChoice, DeskRow } from '@/lib/domain/source/desk-list-view'
import { GRADES } from '@/lib/domain/source/kinds'
import { formatDay } from '@/lib/domain/time/day'

type Props = { choice: DeskChoice; rows: DeskRow[]; more: boolean; negotiations: { slug: string; title: string }[] }

/** The sources that fit, and the form that chooses them: an address, so that it can be kept and sent. */
export function SourceList({ choice, rows, more, negotiations }: Props) {
  return (
    <>
      <form action="/desk/sources" className="mb-5 flex flex-wrap items-center gap-2">
        <input
          type="search"
          name="q"
          className="control"
          aria-label="Find a title, publisher or address"
          placeholder="Title, publisher or address"
          defaultValue={choice.words}
          maxLength={200}
        />
        <select name="negotiation" className="control" aria-label="Negotiation" defaultValue={choice.negotiation}>
          <option value="">Every negotiation</option>
          {negotiations.map(({ slug, title }) => (
            <option key={slug} value={slug}>
              {title}
            </option>
          ))}
        </select>
        <select name="grade" className="control" aria-label="Grade" defaultValue={choice.grade}>
          <option value="">Every grade</option>
          {GRADES.map((grade) => (
            <option key={grade} value={grade}>
              Grade {grade}
            </option>
          ))}
        </select>
        <label className="control">
          <input type="checkbox" name="flagged" value="1" defaultChecked={choice.flagged} /> Flagged
        </label>
        <button type="submit" className="control">
          Show
        </button>
      </form>
      {rows.length === 0 && <p>No source fits. Take a word or a choice away.</p>}
      <ul>
        {rows.map((row) => (
          <li key={row.slug} className="border-t border-line py-3">
            <p>
              <Link
                href={`/desk/sources/${row.slug}`}
                className="quiet-link font-semibold [overflow-wrap:anywhere]"
                lang={row.language}
              >
                <bdi>{row.title}</bdi>
              </Link>
            </p>
            <p className="meta mt-0.5">
              <bdi>{row.publisher}</bdi> · {row.published ? formatDay(row.published) : 'undated'} · grade {row.grade} ·{' '}
              {row.entries === 1 ? '1 entry' : `${row.entries} entries`}
              {row.flags > 0 && (
                <strong className="text-ink">
                  {' '}
                  · {row.flags === 1 ? '1 entry cites' : `${row.flags} entries cite`} words that changed
                </strong>
              )}
            </p>
          </li>
        ))}
      </ul>
      <nav aria-label="Pages of the list" className="mt-4 flex gap-4">
        {choice.page > 1 && (
          <a href={addressOf({ ...choice, page: choice.page - 1 })} className="quiet-link">
            ← Newer
          </a>
        )}
        {more && (
          <a href={addressOf({ ...choice, page: choice.page + 1 })} className="quiet-link">
            Older →
          </a>
        )}
      </nav>
    </>
  )
}

function addressOf({ words, negotiation, grade, flagged, page }: DeskChoice): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ q: words, negotiation, grade })) if (value) query.set(name, value)
  if (flagged) query.set('flagged', '1')
  if (page > 1) query.set('page', String(page))
  return `/desk/sources${query.size > 0 ? `?${query}` : ''}`
}
