'use client'
import { type RefObject, useState } from 'react'
import { PartyMark } from '@/components/party/party-mark'
import { StanceBadge } from '@/components/stance/stance-badge'
import { CheckList } from '@/components/ui/check-list'
import { LazyPopover } from '@/components/ui/lazy-popover'
import { WordsInput } from '@/components/ui/words-input'
import { type ComparisonState, countFilters, INITIAL_STATE } from '@/lib/domain/comparison/address'
import type { Strip } from '@/lib/domain/comparison/strip'
import type { ComparisonView, DemandRow } from '@/lib/domain/comparison/view'
import { STANCES } from '@/lib/domain/stance/scale'
import { ColumnsMenu } from './columns-menu'
import { MovedMenu } from './moved-menu'
import { ShareMenu } from './share-menu'
import { SortMenu } from './sort-menu'
import type { Go } from './use-address'

type Props = {
  view: ComparisonView
  strip: Strip
  state: ComparisonState
  shown: string[]
  rows: DemandRow[]
  search: RefObject<HTMLInputElement | null>
  go: Go
}

/** Every choice a reader has over rows, cells and columns. */
export function FilterBar({ view, strip, state, shown, rows, search, go }: Props) {
  const [open, setOpen] = useState(false)
  const toggled = <Value,>(list: Value[], value: Value) =>
    list.includes(value) ? list.filter((other) => other !== value) : [...list, value]
  return (
    <search className="needs-js no-print filter-bar" aria-label="Filter the table" data-open={open || undefined}>
      <button type="button" className="control filters-toggle" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? 'Show the table' : named('Filter and sort', countFilters(state))}
      </button>
      <WordsInput
        label="Find a demand or wording"
        words={state.words}
        input={search}
        onWords={(words) => go({ words })}
      />
      <LazyPopover label={named('Topics', state.topics.length)} title="Topics" active={state.topics.length > 0}>
        {() => (
          <CheckList
            options={view.topics.map(({ slug, title }) => ({ value: slug, label: title }))}
            chosen={state.topics}
            onToggle={(slug) => go({ topics: toggled(state.topics, slug) })}
          />
        )}
      </LazyPopover>
      <LazyPopover label={named('Stances', state.stances.length)} title="Stances" active={state.stances.length > 0}>
        {() => (
          <CheckList
            options={STANCES.map((stance) => ({ value: stance, label: <StanceBadge stance={stance} /> }))}
            chosen={state.stances}
            onToggle={(stance) => go({ stances: toggled(state.stances, stance) })}
          />
        )}
      </LazyPopover>
      <LazyPopover
        label={named('Parties', state.parties.length)}
        title="Parties that the filters look at"
        active={state.parties.length > 0}
      >
        {() => (
          <>
            <p className="meta max-w-56 px-2 pb-1">
              Rows where one of these holds a position, of the stances chosen, moved within the window chosen.
            </p>
            <CheckList
              options={view.parties.map(({ slug, name }, place) => ({
                value: slug,
                label: (
                  <span className="flex items-center gap-2">
                    <PartyMark place={place} /> {name}
                  </span>
                ),
              }))}
              chosen={state.parties}
              onToggle={(slug) => go({ parties: toggled(state.parties, slug) })}
            />
          </>
        )}
      </LazyPopover>
      <MovedMenu movedSince={state.movedSince} asOf={view.asOf} strip={strip} go={go} />
      <label className="control cursor-pointer" data-active={state.onRecordOnly || undefined}>
        <input
          type="checkbox"
          className="accent-(--accent)"
          checked={state.onRecordOnly}
          onChange={(event) => go({ onRecordOnly: event.target.checked })}
        />
        On the record only
      </label>
      <span className="ml-auto flex flex-wrap items-center gap-2">
        <SortMenu view={view} state={state} shown={shown} go={go} />
        <ColumnsMenu view={view} shown={shown} go={go} />
        <ShareMenu view={view} rows={rows} shown={shown} state={state} />
      </span>
      <p className="meta flex w-full items-baseline gap-3" role="status">
        {rows.length === view.demands.length
          ? `${rows.length} demands`
          : `${rows.length} of ${view.demands.length} demands`}
        {countFilters(state) > 0 && (
          <button
            type="button"
            className="quiet-link"
            onClick={() => {
              const { words, topics, parties, stances, movedSince, onRecordOnly } = INITIAL_STATE
              go({ words, topics, parties, stances, movedSince, onRecordOnly }, 'push')
            }}
          >
            Reset the filters
          </button>
        )}
      </p>
    </search>
  )
}

const named = (label: string, chosen: number) => (chosen > 0 ? `${label}: ${chosen}` : label)
