'use client'
import { Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { DayBar } from '@/components/strip/day-bar'
import { useHydrated } from '@/components/ui/use-location'
import { formatAddress } from '@/lib/domain/comparison/address'
import { filterDemands, knownOnly } from '@/lib/domain/comparison/filter'
import { type Strip, stepFrom } from '@/lib/domain/comparison/strip'
import type { ComparisonView } from '@/lib/domain/comparison/view'
import { type Day, formatDay } from '@/lib/domain/time/day'
import './comparison.css'
import { FilterBar } from './filter-bar'
import { KeysHelp, StoryPanel } from './lazy'
import { useServedRows } from './served-rows'
import { ComparisonTable } from './table'
import { useAddress } from './use-address'
import { prefetchDays, useDayView } from './use-day-view'
import { usePageKeys } from './use-page-keys'

type Props = {
  /** The table of the day that the server made the page for. */
  view: ComparisonView
  strip: Strip
  /** Path of the table of the latest day: "/ukraine", or "/" on the front page. */
  base: string
}

/** The comparison: the day, the filters, the table, and the story of a cell beside it. The address holds every choice. */
export function Comparison({ view: initial, strip, base }: Props) {
  const { known } = initial
  const { slug } = initial.negotiation
  const [state, go] = useAddress(base, slug, initial.asOf === initial.today ? null : initial.asOf, known)
  const { view, loading, failed, retry } = useDayView(initial, state.on, known)
  const search = useRef<HTMLInputElement>(null)
  const [keysOpen, setKeysOpen] = useState(false)
  usePageKeys({ onSearch: () => search.current?.focus(), onHelp: () => setKeysOpen(true) })
  const hydrated = useHydrated()
  // Kept here, for the table goes when no row fits.
  const served = useServedRows(initial, hydrated)

  const day = state.on ?? initial.today
  useEffect(() => {
    prefetchDays(slug, [stepFrom(strip.shiftDays, day, 'earlier'), stepFrom(strip.shiftDays, day, 'later')], known)
  }, [slug, strip, day, known])

  // Stepping from shift to shift is one move for Back, however many steps it took.
  const stepping = useRef(false)
  const chooseDay = (to: Day | null, how: 'push' | 'replace') => {
    go({ on: to }, how === 'replace' && stepping.current ? 'replace' : 'push')
    stepping.current = how === 'replace'
  }
  useEffect(() => {
    const leave = () => {
      stepping.current = false
    }
    window.addEventListener('popstate', leave)
    return () => window.removeEventListener('popstate', leave)
  }, [])
  // The page was made for one day; its title follows the day that is shown.
  const { title } = initial.negotiation
  useEffect(() => {
    const asKnown = known ? `, as known on ${formatDay(known)}` : ''
    document.title = `${day === initial.today ? title : `${title} on ${formatDay(day)}`}${asKnown} · Parley`
  }, [day, title, initial.today, known])

  const parties = view.parties.map((party) => party.slug)
  const columns = state.columns?.filter((party) => parties.includes(party)) ?? []
  const shownKey = (columns.length > 0 ? columns : parties).join()
  const shown = useMemo(() => shownKey.split(','), [shownKey])
  const rows = useMemo(() => filterDemands(view, shown, knownOnly(view, state)), [view, shown, state])
  const dayAddress = (to: string) =>
    formatAddress(base, slug, { ...state, on: to === initial.today ? null : to, story: null })

  return (
    // Until the page answers its controls are disabled: what is typed or pressed before would be lost. Links work all along.
    <fieldset role="presentation" disabled={!hydrated} className={hydrated ? 'min-w-0' : 'min-w-0 awaits-address'}>
      <DayBar
        strip={strip}
        day={day}
        today={initial.today}
        known={known}
        lastEntryOn={view.lastEntryOn}
        loading={loading}
        hrefOf={dayAddress}
        hrefOfKnown={(to) =>
          formatAddress(`/${slug}`, slug, {
            ...state,
            known: to,
            on: to && state.on && state.on > to ? null : state.on,
          })
        }
        onChoose={chooseDay}
      />
      <FilterBar view={view} strip={strip} state={state} shown={shown} rows={rows} search={search} go={go} />
      {failed && (
        <p role="alert" className="notice">
          {failed} The table still shows {formatDay(view.asOf)}.{' '}
          <button type="button" className="quiet-link" onClick={retry}>
            Try again
          </button>
        </p>
      )}
      <div className="table-frame" data-wide={shown.length > 5 || undefined} data-loading={loading || undefined}>
        {rows.length > 0 ? (
          <ComparisonTable view={view} rows={rows} shown={shown} state={state} served={served} go={go} />
        ) : (
          <p className="p-10 text-center text-muted">
            No demand fits these filters on {formatDay(view.asOf)}. Take one away, or choose another day.
          </p>
        )}
      </div>
      <button
        type="button"
        className="quiet-link meta needs-js no-print mt-3 max-md:hidden"
        onClick={() => setKeysOpen(true)}
      >
        Keyboard: press ? for the keys
      </button>
      <Suspense fallback={null}>
        {state.story && (
          <StoryPanel
            key={`${state.story.demand}.${state.story.party}`}
            negotiation={slug}
            story={state.story}
            asOf={day}
            known={known}
            onRecordOnly={state.onRecordOnly}
            onClose={() => go({ story: null }, 'push')}
          />
        )}
        {keysOpen && <KeysHelp onClose={() => setKeysOpen(false)} />}
      </Suspense>
    </fieldset>
  )
}
