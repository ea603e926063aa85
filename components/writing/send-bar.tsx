'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { KIND_LABELS, REASON_LENGTH, type ReviewKind } from '@/lib/domain/review/kinds'

type Props = {
  /** The entry was published before: what kind of change it is, and why, is said. */
  isChange: boolean
  ready: boolean
  /** Each gives what went wrong in words, or null. */
  onSend: (kind: ReviewKind, reason: string | null) => Promise<string | null>
  onDiscard: () => Promise<string | null>
  onNext: () => Promise<{ id: string } | { failed: string }>
  article: string | null
  /** Where one goes on once it is sent or thrown away. */
  after: string
}

/** What can be done with the draft: send it, go on with the next one, throw it away. */
export function SendBar({ isChange, ready, onSend, onDiscard, onNext, article, after }: Props) {
  const router = useRouter()
  const [kind, setKind] = useState<'correction' | 'recoding'>('correction')
  const [reason, setReason] = useState('')
  const [said, setSaid] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [throwing, setThrowing] = useState(false)
  const run = async (work: () => Promise<string | null>, to: string) => {
    setBusy(true)
    setSaid(null)
    const failed = await work().catch(() => 'The server does not answer. Nothing is lost; try again in a moment.')
    setBusy(false)
    if (failed) setSaid(failed)
    else router.push(to)
  }
  return (
    <div className="mt-4">
      {isChange && (
        <fieldset className="writing-box">
          <legend className="field-label">What kind of change it is</legend>
          {(['correction', 'recoding'] as const).map((one) => (
            <label key={one} className="mt-1 flex items-baseline gap-2">
              <input
                type="radio"
                name="kind"
                className="accent-(--accent)"
                checked={kind === one}
                onChange={() => setKind(one)}
              />
              <span>
                {KIND_LABELS[one].label} <span className="meta">{KIND_LABELS[one].meaning}</span>
              </span>
            </label>
          ))}
          <label className="field mt-2">
            <span className="field-label">Why, for readers</span>
            <input
              id="field-reason"
              className="control w-full"
              maxLength={REASON_LENGTH}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </label>
        </fieldset>
      )}
      {said && (
        <p role="alert" className="writing-box">
          {said}
        </p>
      )}
      <div className="mt-3 flex flex-wrap gap-2">
        <button
          type="button"
          className="control control-strong"
          disabled={busy}
          aria-describedby={ready ? undefined : 'not-ready'}
          onClick={() => void run(() => onSend(isChange ? kind : 'first', isChange ? reason : null), after)}
        >
          Send for review
        </button>
        {article && (
          <button
            type="button"
            className="control"
            disabled={busy}
            onClick={async () => {
              setBusy(true)
              const next = await onNext().catch(() => ({
                failed: 'The server does not answer. Try again in a moment.',
              }))
              setBusy(false)
              if ('failed' in next) setSaid(next.failed)
              else router.push(`/desk/drafts/${next.id}`)
            }}
          >
            Next entry from this article
          </button>
        )}
        {throwing ? (
          <span className="flex items-center gap-2">
            Throw this draft away?
            <button type="button" className="control" disabled={busy} onClick={() => void run(onDiscard, after)}>
              Yes
            </button>
            <button type="button" className="control" onClick={() => setThrowing(false)}>
              No
            </button>
          </span>
        ) : (
          <button type="button" className="control" disabled={busy} onClick={() => setThrowing(true)}>
            Throw away
          </button>
        )}
      </div>
      {!ready && (
        <p id="not-ready" className="meta mt-2">
          Something is still missing: see the list above.
        </p>
      )}
    </div>
  )
}
