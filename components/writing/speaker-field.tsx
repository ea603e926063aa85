'use client'
import { useId, useState } from 'react'
import type { Reference } from '@/lib/domain/draft/view'

type Props = {
  speaker: string
  party: string
  reference: Reference
  onChoose: (speaker: string) => void
  /** Gives the slug of the new speaker, or null when it was refused. */
  onAdd: (name: string, office: string, affiliation: string | null) => Promise<string | null>
}

const NEW = '+'

/** Who said it: the party's own speakers first, then the others; somebody new is added in place. */
export function SpeakerField({ speaker, party, reference, onChoose, onAdd }: Props) {
  const [adding, setAdding] = useState(false)
  const [own, others] = [
    reference.speakers.filter((one) => one.party === party),
    reference.speakers.filter((one) => one.party !== party),
  ]
  const option = ({ slug, name, office }: Reference['speakers'][number]) => (
    <option key={slug} value={slug}>
      {name}, {office}
    </option>
  )
  return (
    <div className="field">
      <label className="block">
        <span className="field-label">Speaker</span>
        <select
          className="control w-full"
          value={adding ? NEW : speaker}
          onChange={(event) => {
            setAdding(event.target.value === NEW)
            if (event.target.value !== NEW) onChoose(event.target.value)
          }}
        >
          <option value="">nobody named</option>
          {own.map(option)}
          {party !== '' && <option value={NEW}>somebody new…</option>}
          {others.length > 0 && <optgroup label="Of other parties">{others.map(option)}</optgroup>}
        </select>
      </label>
      {adding && (
        <NewSpeaker
          onDone={async (name, office, affiliation) => {
            const slug = await onAdd(name, office, affiliation)
            if (slug === null) return
            setAdding(false)
            onChoose(slug)
          }}
        />
      )}
    </div>
  )
}

function NewSpeaker({
  onDone,
}: {
  onDone: (name: string, office: string, affiliation: string | null) => Promise<void>
}) {
  const id = useId()
  const [name, setName] = useState('')
  const [office, setOffice] = useState('')
  const [affiliation, setAffiliation] = useState('')
  const field = (label: string, value: string, set: (text: string) => void, longest: number) => (
    <label className="field" htmlFor={`${id}${label}`}>
      <span className="field-label">{label}</span>
      <input
        id={`${id}${label}`}
        className="control w-full"
        maxLength={longest}
        value={value}
        onChange={(event) => set(event.target.value)}
      />
    </label>
  )
  return (
    <fieldset className="mt-2 grid gap-2 border-l-2 border-line pl-3">
      <legend className="sr-only">New speaker</legend>
      {field('Name', name, setName, 120)}
      {field('Office', office, setOffice, 160)}
      {field('State or institution, if not the party itself', affiliation, setAffiliation, 120)}
      <button
        type="button"
        className="control justify-self-start"
        disabled={name.trim() === '' || office.trim() === ''}
        onClick={() => void onDone(name.trim(), office.trim(), affiliation.trim() || null)}
      >
        Add this speaker
      </button>
    </fieldset>
  )
}
