'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { ActionForm } from '@/components/form/action-form'
import { Choice } from '@/components/form/choice'
import { Field } from '@/components/form/field'
import type { FormState } from '@/lib/http/form-state'
import { FileField } from './file-field'
import { type KnownSource, KnownSourceNotice } from './known-source'
import { SourceFields, type SourceTexts } from './source-fields'
import './source-desk.css'

export type Proposal = {
  fields: SourceTexts
  text: string
  sha256: string
  origin: string
  fetchedUrl: string
  known: KnownSource | null
}

type Way = 'address' | 'text' | 'file'
const WAYS: Record<Way, string> = { address: 'By address', text: 'Paste the text', file: 'From a file' }

export type PreviewAction = (before: FormState, form: FormData) => Promise<FormState & { proposal?: Proposal }>
export type AddAction = (before: FormState, form: FormData) => Promise<FormState & { known?: KnownSource }>

type Props = {
  preview: PreviewAction
  add: AddAction
  negotiations: readonly { slug: string; title: string }[]
}

/** Three ways to bring an article, then everything about it to be corrected. What was brought stays until it is added. */
export function NewSource({ preview, add, negotiations }: Props) {
  const [way, setWay] = useState<Way>('address')
  const [proposal, setProposal] = useState<{ number: number; value: Proposal } | null>(null)
  const [known, setKnown] = useState<KnownSource | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const number = proposal?.number ?? 0

  useEffect(() => {
    if (number > 0) heading.current?.focus()
  }, [number])

  const previewing = useCallback(
    async (before: FormState, form: FormData) => {
      const { proposal: value, ...state } = await preview(before, form)
      if (value) {
        setProposal((last) => ({ number: (last?.number ?? 0) + 1, value }))
        setKnown(value.known)
      }
      return state
    },
    [preview],
  )
  const adding = useCallback(
    async (before: FormState, form: FormData) => {
      const { known: found, ...state } = await add(before, form)
      setKnown(found ?? null)
      return state
    },
    [add],
  )

  return (
    <div className="source-form">
      <fieldset className="mb-4 flex flex-wrap gap-2">
        <legend className="meta mb-1">How it comes</legend>
        {(Object.keys(WAYS) as Way[]).map((name) => (
          <button key={name} type="button" className="control" aria-pressed={way === name} onClick={() => setWay(name)}>
            {WAYS[name]}
          </button>
        ))}
      </fieldset>
      {/* All three stay, so that what was typed in one is there after a look at another. */}
      <div hidden={way !== 'address'}>
        <ActionForm action={previewing} submit="Fetch">
          <input type="hidden" name="way" value="address" />
          <Field
            prose
            name="url"
            label="Address of the article"
            type="url"
            hint="Where the publisher lets nobody fetch it, paste its text."
          />
        </ActionForm>
      </div>
      <div hidden={way !== 'text'}>
        <ActionForm action={previewing} submit="Read">
          <input type="hidden" name="way" value="text" />
          <Field prose name="text" label="Text of the article" rows={10} />
          <Field prose name="url" label="Its address (may be empty)" type="url" />
        </ActionForm>
      </div>
      <div hidden={way !== 'file'}>
        <ActionForm action={previewing} submit="Read the file">
          <input type="hidden" name="way" value="file" />
          <FileField />
        </ActionForm>
      </div>

      {proposal && (
        <section aria-label="Proposal" className="mt-8 border-t border-line pt-6">
          <h2 ref={heading} tabIndex={-1} className="text-xl">
            Correct what is said about it
          </h2>
          {known && <KnownSourceNotice known={known} />}
          <div className="mt-4" key={proposal.number}>
            <ActionForm action={adding} submit="Add the source">
              <input type="hidden" name="origin" value={proposal.value.origin} />
              <input type="hidden" name="fetchedUrl" value={proposal.value.fetchedUrl} />
              <input type="hidden" name="sha256" value={proposal.value.sha256} />
              <Choice
                name="negotiation"
                label="For the negotiation"
                options={negotiations.map(({ slug, title }) => ({ value: slug, label: title }))}
              />
              <SourceFields value={proposal.value.fields} />
              <Field
                prose
                name="text"
                label="Text that is stored, and that words are cited from"
                hint="Readers see the cited passages only."
                rows={16}
                lang={proposal.value.fields.language || undefined}
                defaultValue={proposal.value.text}
              />
              {known && known.by !== 'address' && (
                <label className="flex items-center gap-2">
                  <input type="checkbox" name="isAnother" /> I have looked: this is another article
                </label>
              )}
            </ActionForm>
          </div>
        </section>
      )}
    </div>
  )
}
