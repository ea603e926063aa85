'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { NOTE_LENGTH, TITLE_LENGTH } from '@/lib/domain/kept-view/address'
import type { KeptView } from '@/lib/domain/kept-view/view'
import type { Outcome } from '@/lib/domain/outcome'

type Actions = {
  keep: (input: { title: string; address: string; note: string }) => Promise<Outcome<unknown>>
  amend: (input: { id: number; version: number; title: string; note: string }) => Promise<Outcome<unknown>>
  forget: (input: { id: number; version: number }) => Promise<Outcome<unknown>>
}

type Props = {
  views: KeptView[]
  /** An address to keep, where somebody came with one. */
  offered: string | null
  actions: Actions
}

/** What somebody keeps: each view with its private note. */
export function KeptViews({ views, offered, actions }: Props) {
  return (
    <>
      {offered && (
        <Form
          key={offered}
          view={{ title: '', note: '', address: offered }}
          label="Keep this view"
          onSave={(title, note) => actions.keep({ title, note, address: offered })}
          after="/desk/views"
        />
      )}
      {views.length === 0 && !offered && (
        <p className="mt-4 text-muted">
          Nothing is kept yet. Choose a view of the table, then “Share, cite, CSV” and “Keep it at the desk”.
        </p>
      )}
      {views.map((view) => (
        <Form
          key={`${view.id} ${view.version}`}
          view={view}
          label="Save"
          onSave={(title, note) => actions.amend({ id: view.id, version: view.version, title, note })}
          onForget={() => actions.forget({ id: view.id, version: view.version })}
        />
      ))}
    </>
  )
}

type FormProps = {
  view: Pick<KeptView, 'title' | 'note' | 'address'>
  label: string
  onSave: (title: string, note: string) => Promise<Outcome<unknown>>
  onForget?: () => Promise<Outcome<unknown>>
  after?: string
}

function Form({ view, label, onSave, onForget, after }: FormProps) {
  const router = useRouter()
  const [title, setTitle] = useState(view.title)
  const [note, setNote] = useState(view.note)
  const [said, setSaid] = useState<string | null>(null)
  const run = async (work: () => Promise<Outcome<unknown>>) => {
    const answer = await work().catch(() => null)
    if (!answer) return setSaid('The server does not answer. Nothing is lost; try again in a moment.')
    if (!answer.ok)
      return setSaid([answer.message, ...answer.faults.map(({ at, text }) => `The ${at} ${text}.`)].join(' '))
    setSaid(null)
    if (after) router.replace(after)
    router.refresh()
  }
  return (
    <form
      className="border-t border-line py-4"
      onSubmit={(event) => {
        event.preventDefault()
        void run(() => onSave(title, note))
      }}
    >
      <p>
        <a href={view.address} className="quiet-link font-semibold">
          {view.title || view.address}
        </a>
        {view.title && <span className="meta block">{view.address}</span>}
      </p>
      <div className="mt-2 grid max-w-[44rem] gap-2">
        <label className="field">
          <span className="field-label">Title</span>
          <input
            className="control w-full"
            required
            maxLength={TITLE_LENGTH}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        </label>
        <label className="field">
          <span className="field-label">Private note</span>
          <textarea
            className="control w-full"
            rows={2}
            maxLength={NOTE_LENGTH}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </label>
      </div>
      {said && <p role="alert">{said}</p>}
      <p className="mt-2 flex gap-2">
        <button type="submit" className="control">
          {label}
        </button>
        {onForget && (
          <button type="button" className="control" onClick={() => void run(onForget)}>
            Throw away
          </button>
        )}
      </p>
    </form>
  )
}
