'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import type { Outcome } from '@/lib/domain/outcome'
import { isOpen, NOTE_LENGTH, type Stage } from '@/lib/domain/review/kinds'

type At = { review: number; version: number }

export type ReviewDecisions = {
  approve: (at: At & { note: string | null }) => Promise<Outcome<unknown>>
  requestChanges: (at: At & { note: string }) => Promise<Outcome<unknown>>
  reject: (at: At & { note: string }) => Promise<Outcome<unknown>>
  remark: (at: At & { note: string }) => Promise<Outcome<unknown>>
  takeOn: (at: At & { mine: boolean }) => Promise<Outcome<unknown>>
  retract: (at: At) => Promise<Outcome<unknown>>
}

type Props = {
  review: { id: number; version: number; stage: Stage; entry: string }
  may: { decide: boolean; remark: boolean; retract: boolean }
  decisions: ReviewDecisions
}

/** The decision, by two keys: A, then Enter. A refusal says why. */
export function ReviewActions({ review, may, decisions }: Props) {
  const router = useRouter()
  const [note, setNote] = useState('')
  const [said, setSaid] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [sure, setSure] = useState(false)
  const yes = useRef<HTMLButtonElement>(null)
  const at = { review: review.id, version: review.version }
  const open = isOpen(review.stage)
  const canApprove = may.decide && review.stage === 'in-review'

  useEffect(() => {
    if (sure) yes.current?.focus()
  }, [sure])
  useEffect(() => {
    if (!canApprove) return
    const onKeyDown = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement
      if (event.ctrlKey || event.metaKey || event.altKey || target.closest('input, textarea, select')) return
      if (event.key.toLowerCase() === 'a') setSure(true)
      if (event.key === 'Escape') setSure(false)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [canApprove])

  const run = async (work: () => Promise<Outcome<unknown>>) => {
    setBusy(true)
    setSaid(null)
    const answer = await work().catch(() => null)
    setBusy(false)
    setSure(false)
    if (!answer) setSaid('The server does not answer. Nothing was decided; try again in a moment.')
    else if (!answer.ok) setSaid([answer.message, ...answer.faults.map(({ text }) => text)].join(' '))
    else {
      setNote('')
      router.refresh()
    }
  }
  const text = note.trim()
  const withNote = (work: (note: string) => Promise<Outcome<unknown>>) => () =>
    text === '' ? setSaid('Write what you mean first: the author reads it.') : void run(() => work(text))

  if (!open) return null
  return (
    <section aria-label="Decide" className="decide">
      {said && (
        <p role="alert" className="mb-3">
          {said}
        </p>
      )}
      {may.remark && (
        <label className="field">
          <span className="field-label">Remark{may.decide ? ', or what should be otherwise' : ''}</span>
          <textarea
            className="control w-full"
            rows={3}
            maxLength={NOTE_LENGTH}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </label>
      )}
      <div className="mt-2 flex flex-wrap gap-2">
        {canApprove &&
          (sure ? (
            <span className="flex flex-wrap items-center gap-2">
              Publish it now?
              <button
                ref={yes}
                type="button"
                className="control control-strong"
                disabled={busy}
                onClick={() => void run(() => decisions.approve({ ...at, note: text || null }))}
              >
                Yes, publish <kbd className="key">Enter</kbd>
              </button>
              <button type="button" className="control" onClick={() => setSure(false)}>
                No
              </button>
            </span>
          ) : (
            <button type="button" className="control control-strong" disabled={busy} onClick={() => setSure(true)}>
              Approve <kbd className="key">A</kbd>
            </button>
          ))}
        {may.decide && (
          <>
            <button
              type="button"
              className="control"
              disabled={busy}
              onClick={withNote((words) => decisions.requestChanges({ ...at, note: words }))}
            >
              Request changes
            </button>
            <button
              type="button"
              className="control"
              disabled={busy}
              onClick={withNote((words) => decisions.reject({ ...at, note: words }))}
            >
              Reject
            </button>
            <button
              type="button"
              className="control"
              disabled={busy}
              onClick={() => void run(() => decisions.takeOn({ ...at, mine: true }))}
            >
              I look at it
            </button>
          </>
        )}
        {may.remark && (
          <button
            type="button"
            className="control"
            disabled={busy}
            onClick={withNote((words) => decisions.remark({ ...at, note: words }))}
          >
            Add the remark
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
