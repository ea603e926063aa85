'use client'
import type { ReactNode } from 'react'
import type { CellEntry } from '@/lib/domain/draft/cell'
import type { DraftContent } from '@/lib/domain/draft/content'
import { kindsFor, SUMMARY_LENGTH, TERMS_LENGTH } from '@/lib/domain/draft/rules'
import type { Reference } from '@/lib/domain/draft/view'
import { SHIFT_KINDS, shiftLabel } from '@/lib/domain/shift/kinds'
import { loadedWordsIn } from '@/lib/domain/suggestion/loaded-words'
import { StanceControl } from './stance-control'

type Props = {
  content: DraftContent
  reference: Reference
  /** What readers see of this party on this demand, without the entry that is changed. */
  cell: CellEntry[]
  ordinal: number | undefined
  /** An entry keeps its party and its demand. */
  fixed: boolean
  today: string
  onChange: (part: Partial<DraftContent>) => void
}

/** Everything that an entry says, but for its citations. */
export function EntryForm({ content, reference, cell, ordinal, fixed, today, onChange }: Props) {
  const demand = reference.demands.find(({ slug }) => slug === content.demand) ?? null
  const kinds = kindsFor(content, { cell, ...(ordinal !== undefined && { ordinal }) })
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-2">
        <Select
          name="party"
          label="Party"
          value={content.party}
          disabled={fixed}
          onChange={(party) => onChange({ party })}
        >
          <option value="">Choose…</option>
          {reference.parties.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </Select>
        <Select
          name="demand"
          label="Demand"
          value={content.demand}
          disabled={fixed}
          onChange={(value) => onChange({ demand: value })}
        >
          <option value="">Choose…</option>
          {[...new Set(reference.demands.map(({ topic }) => topic))].map((topic) => (
            <optgroup key={topic} label={topic}>
              {reference.demands
                .filter((one) => one.topic === topic)
                .map(({ slug, title }) => (
                  <option key={slug} value={slug}>
                    {title}
                  </option>
                ))}
            </optgroup>
          ))}
        </Select>
      </div>
      <StanceControl demand={demand} stance={content.stance} onChoose={(stance) => onChange({ stance })} />
      <div className="mt-3 grid gap-3 sm:grid-cols-2">
        <label className="field">
          <span className="field-label">Held from</span>
          <input
            id="field-heldFrom"
            type="date"
            className="control w-full"
            min={reference.negotiation.startedOn}
            max={today}
            value={content.heldFrom}
            onChange={(event) => onChange({ heldFrom: event.target.value })}
          />
        </label>
        <Select
          name="datePrecision"
          label="How exactly the day is known"
          value={content.datePrecision}
          onChange={(value) => onChange({ datePrecision: value as DraftContent['datePrecision'] })}
        >
          <option value="day">exact day</option>
          <option value="month">month only</option>
          <option value="approximate">inferred</option>
        </Select>
        <Select
          name="shiftType"
          label="Kind of shift"
          value={content.shiftType}
          onChange={(value) => onChange({ shiftType: value as DraftContent['shiftType'] })}
        >
          <option value="">none named</option>
          {SHIFT_KINDS.map((kind) => (
            <option key={kind} value={kind} disabled={kinds !== null && !kinds.includes(kind)}>
              {shiftLabel(kind)}
            </option>
          ))}
        </Select>
        <Select
          name="shiftBasis"
          label="Who says so"
          value={content.shiftBasis}
          disabled={content.shiftType === ''}
          onChange={(value) => onChange({ shiftBasis: value as DraftContent['shiftBasis'] })}
        >
          <option value="coder">our reading</option>
          <option value="source">the source itself</option>
        </Select>
      </div>
      {content.shiftType !== '' && (
        <label className="field mt-3">
          <span className="field-label">What changed, if it needs a note</span>
          <input
            className="control w-full"
            value={content.shiftNote}
            maxLength={300}
            onChange={(event) => onChange({ shiftNote: event.target.value })}
          />
        </label>
      )}
      <Words
        name="summary"
        label="Summary, in your own words"
        value={content.summary}
        longest={SUMMARY_LENGTH}
        rows={3}
        onChange={(summary) => onChange({ summary })}
      />
      <Words
        name="terms"
        label={content.stance === 'conditional' ? 'Terms and conditions (needed)' : 'Terms and conditions'}
        value={content.terms}
        longest={TERMS_LENGTH}
        rows={2}
        onChange={(terms) => onChange({ terms })}
      />
      <div className="mt-3 grid gap-3 sm:grid-cols-2">
        <Select
          name="salience"
          label="How much it matters, if they say so"
          value={content.salience}
          onChange={(value) => onChange({ salience: value as DraftContent['salience'] })}
        >
          <option value="">nobody spoke of it</option>
          <option value="high">high priority</option>
          <option value="red-line">red line</option>
        </Select>
        <Select name="event" label="Event" value={content.event} onChange={(event) => onChange({ event })}>
          <option value="">none</option>
          {reference.events.map(({ slug, title, date }) => (
            <option key={slug} value={slug}>
              {title} ({date})
            </option>
          ))}
        </Select>
      </div>
    </>
  )
}

type SelectProps = {
  name: keyof DraftContent
  label: string
  value: string
  disabled?: boolean
  onChange: (value: string) => void
  children: ReactNode
}

const Select = ({ name, label, value, disabled, onChange, children }: SelectProps) => (
  <label className="field">
    <span className="field-label">{label}</span>
    <select
      id={`field-${name}`}
      className="control w-full"
      value={value}
      disabled={disabled}
      onChange={(event) => onChange(event.target.value)}
    >
      {children}
    </select>
  </label>
)

type WordsProps = {
  name: keyof DraftContent
  label: string
  value: string
  longest: number
  rows: number
  onChange: (value: string) => void
}

/** A text of several words, with what is left of its length, and a hint at words that take a side. */
function Words({ name, label, value, longest, rows, onChange }: WordsProps) {
  const loaded = loadedWordsIn(value)
  const left = longest - value.trim().length
  return (
    <div className="field mt-3">
      <label htmlFor={`field-${name}`} className="field-label flex justify-between gap-4">
        {label}
        {left < 40 && <span aria-live="polite">{left < 0 ? `${-left} too many` : `${left} left`}</span>}
      </label>
      <textarea
        id={`field-${name}`}
        rows={rows}
        className="control w-full"
        value={value}
        maxLength={longest * 4}
        aria-describedby={loaded.length > 0 ? `hint-${name}` : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {loaded.length > 0 && (
        <p id={`hint-${name}`} className="meta mt-1">
          {loaded.map(({ word, instead }) => `“${word}” may take a side (${instead})`).join('; ')}. Advice only.
        </p>
      )}
    </div>
  )
}
