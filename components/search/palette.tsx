'use client'
import { Autocomplete } from '@base-ui/react/autocomplete'
import { Dialog } from '@base-ui/react/dialog'
import { useState } from 'react'
import { StanceBadge } from '@/components/stance/stance-badge'
import { LONGEST_QUESTION, SEARCH_KINDS, SEARCH_LABELS } from '@/lib/domain/search/kinds'
import type { Found, Hit } from '@/lib/domain/search/schema'
import { formatDay } from '@/lib/domain/time/day'
import { Marked } from './marked'
import { searchAddress } from './search-address'
import { useSearch } from './use-search'
import './palette.css'
import './search.css'

type Item = { value: string; href: string; label: string; hit: Hit | null }
type Group = { value: string; items: Item[] }

const PLACES: Group = {
  value: 'Go to',
  items: [
    { href: '/', label: 'Comparison table' },
    { href: '/data', label: 'Data: downloads, licence, how to cite' },
    { href: '/method', label: 'Method: how positions are coded' },
    { href: '/api', label: 'Interface for programs' },
  ].map((place) => ({ ...place, value: place.href, hit: null })),
}

/** Search from anywhere: what answers, as it is typed, and one key to go there. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const [question, setQuestion] = useState('')
  const { found, failed, waiting } = useSearch(question)
  const asked = question.trim()
  const groups = asked === '' ? [PLACES] : groupsOf(found, asked)
  const words = new Set(found?.words)
  const total = found ? SEARCH_KINDS.reduce((sum, kind) => sum + found.totals[kind], 0) : 0
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="palette-backdrop" />
        <Dialog.Popup className="palette" aria-label="Search">
          <Autocomplete.Root
            open
            inline
            mode="none"
            items={groups}
            itemToStringValue={(item: Item) => item.label}
            value={question}
            onValueChange={(value, details) => {
              if (details.reason !== 'item-press') setQuestion(value)
            }}
            autoHighlight="always"
            keepHighlight
          >
            <div className="palette-bar">
              <Autocomplete.Input
                className="palette-input"
                aria-label="Words to find"
                placeholder="Find a demand, a quotation, a speaker, a source"
                maxLength={LONGEST_QUESTION}
              />
              <Dialog.Close className="control">Close</Dialog.Close>
            </div>
            <p className={failed ? 'palette-said' : 'sr-only'} role="status">
              {failed ?? (asked === '' || waiting ? '' : total === 1 ? 'One result' : `${total} results`)}
            </p>
            {asked !== '' && found && total === 0 && !waiting && !failed && (
              <p className="palette-said">Nothing in the record answers this.</p>
            )}
            <Autocomplete.List className="palette-list" data-waiting={waiting || undefined}>
              {(group: Group) => (
                <Autocomplete.Group key={group.value} items={group.items}>
                  <Autocomplete.GroupLabel className="palette-group">{group.value}</Autocomplete.GroupLabel>
                  <Autocomplete.Collection>
                    {(item: Item) => (
                      <Autocomplete.Item
                        key={item.value}
                        value={item}
                        className="palette-item"
                        render={<a href={item.href} />}
                        onClick={onClose}
                      >
                        {item.hit ? <HitLine hit={item.hit} words={words} /> : item.label}
                      </Autocomplete.Item>
                    )}
                  </Autocomplete.Collection>
                </Autocomplete.Group>
              )}
            </Autocomplete.List>
          </Autocomplete.Root>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function groupsOf(found: Found | null, question: string): Group[] {
  const all: Item = {
    value: 'all',
    href: searchAddress({ q: question, kind: null, negotiation: null, from: 0 }),
    label: `Every result for “${question}”`,
    hit: null,
  }
  const kinds = SEARCH_KINDS.map((kind) => ({
    value: SEARCH_LABELS[kind].many,
    items: (found?.items ?? [])
      .filter((hit) => hit.kind === kind)
      .map((hit) => ({ value: `${kind} ${hit.negotiation} ${hit.key}`, href: hit.path, label: hit.title, hit })),
  }))
  return [...kinds.filter(({ items }) => items.length > 0), { value: 'All', items: [all] }]
}

function HitLine({ hit, words }: { hit: Hit; words: ReadonlySet<string> }) {
  return (
    <>
      <span className="flex flex-wrap items-center gap-x-2">
        <span className="font-semibold">
          <Marked text={hit.title} words={words} />
        </span>
        {hit.stance && <StanceBadge stance={hit.stance} />}
        {hit.on && <span className="meta">{formatDay(hit.on)}</span>}
      </span>
      {(hit.quote ?? hit.text) && (
        <span className="palette-text">
          <Marked text={hit.quote ?? hit.text} words={words} />
        </span>
      )}
    </>
  )
}
