'use client'
import { PartyMark } from '@/components/party/party-mark'
import { LazyPopover } from '@/components/ui/lazy-popover'
import type { ComparisonView } from '@/lib/domain/comparison/view'
import type { Go } from './use-address'

type Props = { view: ComparisonView; shown: string[]; go: Go }

/** Which parties are columns, and in which order. */
export function ColumnsMenu({ view, shown, go }: Props) {
  const all = view.parties.map(({ slug }) => slug)
  const set = (columns: string[]) => go({ columns: columns.join() === all.join() ? null : columns })
  const move = (slug: string, by: -1 | 1) => {
    const at = shown.indexOf(slug)
    const columns = shown.filter((other) => other !== slug)
    columns.splice(at + by, 0, slug)
    set(columns)
  }
  return (
    <LazyPopover
      label={shown.length < all.length ? `Columns: ${shown.length} of ${all.length}` : 'Columns'}
      title="Parties shown as columns"
      active={shown.join() !== all.join()}
    >
      {() => (
        <ul>
          {[...shown, ...all.filter((slug) => !shown.includes(slug))].map((slug) => {
            const place = all.indexOf(slug)
            const name = view.parties[place]?.name ?? slug
            const at = shown.indexOf(slug)
            return (
              <li key={slug} className="menu-row">
                <label className="flex grow cursor-pointer items-center gap-2">
                  <input
                    type="checkbox"
                    className="accent-(--accent)"
                    checked={at >= 0}
                    disabled={at >= 0 && shown.length === 1}
                    onChange={() => set(at >= 0 ? shown.filter((other) => other !== slug) : [...shown, slug])}
                  />
                  <PartyMark place={place} /> {name}
                </label>
                <button
                  type="button"
                  className="move-button"
                  disabled={at <= 0}
                  aria-label={`Move ${name} to the left`}
                  onClick={() => move(slug, -1)}
                >
                  ←
                </button>
                <button
                  type="button"
                  className="move-button"
                  disabled={at < 0 || at === shown.length - 1}
                  aria-label={`Move ${name} to the right`}
                  onClick={() => move(slug, 1)}
                >
                  →
                </button>
              </li>
            )
          })}
        </ul>
      )}
    </LazyPopover>
  )
}
