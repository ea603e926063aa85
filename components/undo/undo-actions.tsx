'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import type { Outcome } from '@/lib/domain/outcome'
import { NOTE_LENGTH } from '@/lib/domain/review/kinds'

type At = { undo: number; version: number }

export type UndoDecisions = {
  approve: (at: At) => Promise<Outcome<unknown>>
  reject: (at: At & { note: string }) => Promise<Outcome<unknown>>
  retract: (at: At) => Promise<Outcome<unknown>>
}

type Props = {
  undo: { id: number; version: number }
  may: { approve: boolean; reject: boolean; retract: boolean }
  decisions: UndoDecisions
}

/** The decision, asked for twice: it changes many entries at once. A refusal says why. */
export function UndoActions({ undo, may, decisions }: Props) {
  const router = useRouter()
  const [note, setNote] = useState('')
  const [said, setSaid] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [sure, setSure] = useState(false)
  const yes = useRef<HTMLButtonElement>(null)
  const at = { undo: undo.id, version: undo.version }

  useEffect(() => {
    if (sure) yes.current?.focus()
  }, [sure])

  const run = async (work: () => Promise<Outcome<unknown>>) => {
    setBusy(true)
    setSaid(null)
    const answer = await work().catch(() => null)
    setBusy(false)
    setSure(false)
    if (!answer) setSaid('The server does not answer. Reload the page to see whether it was done.')
    else if (!answer.ok) setSaid([answer.message, ...answer.faults.map(({ text }) => text)].join(' '))
    else router.refresh()
  }
  const reject = () =>
    note.trim() === ''
      ? setSaid('Write why first: who proposed it reads it.')
      : void run(() => decisions.reject({ ...at, note: note.trim() }))

  return (
    <section aria-label="Decide" className="decide">
      {said && (
        <p role="alert" className="mb-3">
          {said}
        </p>
      )}
      {may.reject && (
        <label className="field">
          <span className="field-label">Why not, if you reject it</span>
          <textarea
            className="control w-full"
            rows={2}
            maxLength={NOTE_LENGTH}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </label>
      )}
      <div className="mt-2 flex flex-wrap items-center gap-2">
        {may.approve &&
          (sure ? (
            <span className="flex flex-wrap items-center gap-2">
              Undo all of it now?
              <button
                ref={yes}
                type="button"
                className="control control-strong"
                disabled={busy}
                onClick={() => void run(() => decisions.approve(at))}
              >
                Yes, undo
              </button>
              <button type="button" className="control" onClick={() => setSure(false)}>
                No
              </button>
            </span>
          ) : (
            <button type="button" className="control control-strong" disabled={busy} onClick={() => setSure(true)}>
              Approve
            </button>
          ))}
        {may.reject && (
          <button type="button" className="control" disabled={busy} onClick={reject}>
            Reject
          </button>
        )}
        {may.retract && (
          <button
            type="button"
            className="control"
            disabled={busy}
            onClick={() => void run(() => decisions.retract(at))}
          >
            Take it back
          </button>
        )}
      </div>
    </section>
  )
}
