'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Outcome } from '@/lib/domain/outcome'
import { REASON_LENGTH } from '@/lib/domain/review/kinds'

export type HistoryDecisions = {
  change: (input: { negotiation: string; source: null; entry: string }) => Promise<Outcome<{ id: string }>>
  undo: (input: { entry: string; revision: number }) => Promise<Outcome<{ id: string }>>
  withdraw: (input: { entry: string; live: number; reason: string }) => Promise<Outcome<unknown>>
}

type Props = {
  entry: { id: string; negotiation: string }
  /** The revision that readers see; null when they see none. */
  live: number | null
  mayWithdraw: boolean
  decisions: HistoryDecisions
}

export function HistoryActions({ entry, live, mayWithdraw, decisions }: Props) {
  const router = useRouter()
  const [said, setSaid] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [revision, setRevision] = useState('1')
  const silent = 'The server does not answer. Nothing was changed; try again in a moment.'
  const toDraft = async (work: () => Promise<Outcome<{ id: string }>>) => {
    const answer = await work().catch(() => null)
    if (answer?.ok) router.push(`/desk/drafts/${answer.value.id}`)
    else setSaid(answer?.message ?? silent)
  }
  const withdraw = async (live: number) => {
    const answer = await decisions.withdraw({ entry: entry.id, live, reason }).catch(() => null)
    if (answer?.ok) router.refresh()
    else
      setSaid(answer ? [answer.message, ...answer.faults.map(({ text }) => `The reason ${text}.`)].join(' ') : silent)
  }
  return (
    <div className="decide">
      {said && (
        <p role="alert" className="mb-3">
          {said}
        </p>
      )}
      <div className="flex flex-wrap items-end gap-3">
        <button
          type="button"
          className="control"
          onClick={() =>
            void toDraft(() => decisions.change({ negotiation: entry.negotiation, source: null, entry: entry.id }))
          }
        >
          Propose a change
        </button>
        <label className="block">
          <span className="field-label">Take it back to revision</span>
          <input
            type="number"
            min={1}
            className="control w-24"
            value={revision}
            onChange={(event) => setRevision(event.target.value)}
          />
        </label>
        <button
          type="button"
          className="control"
          onClick={() => void toDraft(() => decisions.undo({ entry: entry.id, revision: Number(revision) }))}
        >
          Propose that state
        </button>
      </div>
      {live !== null && mayWithdraw && (
        <div className="mt-4 flex flex-wrap items-end gap-3">
          <label className="block flex-1 basis-64">
            <span className="field-label">Why it is withdrawn, for readers</span>
            <input
              className="control w-full"
              maxLength={REASON_LENGTH}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </label>
          <button type="button" className="control" disabled={reason.trim() === ''} onClick={() => void withdraw(live)}>
            Withdraw this entry
          </button>
        </div>
      )}
    </div>
  )
}
