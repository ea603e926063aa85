'use client'
import { useEffect, useState } from 'react'
import { type DraftContent, FIELD_LABELS } from '@/lib/domain/draft/content'
import { changedFields } from '@/lib/domain/draft/merge'
import type { useAutosave } from './use-autosave'

type Props = {
  saving: ReturnType<typeof useAutosave>
  mine: DraftContent
  onTakeTheirs: (theirs: DraftContent) => void
}

/** Whether what was typed is safe, in one line; and the choice when another window has written too. */
export function SaveLine({ saving, mine, onTakeTheirs }: Props) {
  const { state } = saving
  const [now, setNow] = useState<number | null>(null)
  useEffect(() => {
    const tick = () => setNow(Date.now())
    tick()
    const timer = setInterval(tick, 10_000)
    return () => clearInterval(timer)
  }, [])
  if (state.kind === 'conflict') {
    const { version, theirs } = state
    const fields = changedFields(theirs, mine).map((field) => FIELD_LABELS[field].toLowerCase())
    return (
      <div role="alert" className="writing-box">
        <p>
          Another window has written on this draft. It differs in: {fields.join(', ') || 'nothing'}. Nothing of either
          is lost.
        </p>
        <p className="mt-2 flex flex-wrap gap-2">
          <button type="button" className="control" onClick={() => saving.goOnFrom(version, theirs)}>
            Go on with what stands here
          </button>
          <button
            type="button"
            className="control"
            onClick={() => {
              onTakeTheirs(theirs)
              saving.goOnFrom(version, theirs)
            }}
          >
            Take the other
          </button>
        </p>
      </div>
    )
  }
  return (
    <p className="meta mb-3 text-right" role="status">
      {state.kind === 'saving' ? 'Saving…' : state.kind === 'kept' ? state.why : `Saved ${agoInWords(state.at, now)}`}
    </p>
  )
}

function agoInWords(at: string, now: number | null): string {
  if (now === null) return ''
  const seconds = Math.max(0, Math.round((now - Date.parse(at)) / 1000))
  if (seconds < 15) return 'just now'
  return seconds < 90 ? `${seconds} s ago` : `${Math.round(seconds / 60)} min ago`
}
