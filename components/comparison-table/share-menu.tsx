'use client'
import { CopyButton } from '@/components/ui/copy-button'
import { LazyPopover } from '@/components/ui/lazy-popover'
import { whereNow } from '@/components/ui/use-location'
import { CITE_LABELS } from '@/lib/domain/cite/forms'
import { type ComparisonState, pathOf } from '@/lib/domain/comparison/address'
import { countPositions, positionsAddress } from '@/lib/domain/comparison/data-address'
import type { ComparisonView, DemandRow } from '@/lib/domain/comparison/view'
import { formatDay } from '@/lib/domain/time/day'
import { EmbedChoice } from './embed-choice'

type Props = { view: ComparisonView; rows: DemandRow[]; shown: string[]; state: ComparisonState }

/** Everything that leads from this view to elsewhere: its link, its data, how to cite it, a frame for another page, feeds. */
export function ShareMenu({ view, rows, shown, state }: Props) {
  const { slug } = view.negotiation
  const count = countPositions(rows, shown, state)
  return (
    <LazyPopover label="Share, cite, CSV" title="Share, cite and download this view">
      {() => (
        <div className="share-menu">
          <section aria-label="Link">
            <h3>This view</h3>
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
              <CopyButton label="Copy link" text={() => whereNow().href} />
              {count > 0 && (
                <>
                  <a href={positionsAddress('csv', view, rows, shown, state)} className="quiet-link">
                    CSV
                  </a>
                  <a href={positionsAddress('json', view, rows, shown, state)} className="quiet-link">
                    JSON
                  </a>
                </>
              )}
              <span className="meta">{count === 1 ? '1 position' : `${count} positions`}</span>
            </p>
            <p className="mt-1.5">
              <a
                href={`/desk/views?keep=${encodeURIComponent(whereNow().pathname + whereNow().search)}`}
                className="quiet-link"
              >
                Keep it at the desk
              </a>{' '}
              <span className="meta">for those who are signed in</span>
            </p>
          </section>
          <section aria-label="Cite">
            <h3>
              Cite the table as of {formatDay(view.asOf)}
              {state.known && `, as known on ${formatDay(state.known)}`}
            </h3>
            <p className="flex flex-wrap gap-x-4 gap-y-1">
              {CITE_LABELS.map(({ form, label }) => (
                <a
                  key={form}
                  href={`${pathOf(slug, { on: view.asOf, known: state.known })}/cite.${form}`}
                  className="quiet-link"
                >
                  {label}
                </a>
              ))}
            </p>
          </section>
          {!state.known && (
            <section aria-label="Embed">
              <h3>Show it on another page</h3>
              <EmbedChoice
                title={view.negotiation.title}
                embed={{ negotiation: slug, demand: null, on: state.on, theme: 'auto' }}
                day={view.asOf}
              />
            </section>
          )}
          <section aria-label="Follow">
            <h3>Follow the shifts</h3>
            <p className="flex flex-wrap gap-x-4 gap-y-1">
              <a href={`/feeds/${slug}.atom`} className="quiet-link">
                Atom feed
              </a>
              <a href={`/feeds/${slug}.json`} className="quiet-link">
                JSON feed
              </a>
            </p>
          </section>
        </div>
      )}
    </LazyPopover>
  )
}
