'use client'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import type { Sent } from '@/lib/domain/import/sent'
import type { Outcome } from '@/lib/domain/outcome'
import './import.css'

type Props = { waiting: number; send: (after: number) => Promise<Outcome<Sent>> }

/** Sends the drafts of an import for review, some at a time, until all were tried or somebody stops it. */
export function SendAll({ waiting, send }: Props) {
  const [tried, setTried] = useState({ sent: 0, refused: [] as Sent['refused'], left: waiting })
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const stopped = useRef(false)
  const router = useRouter()

  const sendAll = async () => {
    setBusy(true)
    setProblem(null)
    stopped.current = false
    let sum = { sent: 0, refused: [] as Sent['refused'], left: waiting }
    let after = 0
    while (sum.left > 0 && !stopped.current) {
      const outcome = await send(after)
      if (!outcome.ok) {
        setProblem(outcome.message)
        break
      }
      after = outcome.value.after
      sum = {
        sent: sum.sent + outcome.value.sent,
        refused: [...sum.refused, ...outcome.value.refused],
        left: outcome.value.left,
      }
      setTried(sum)
    }
    setBusy(false)
    router.refresh()
  }

  return (
    <div>
      {busy ? (
        <button type="button" className="control" onClick={() => (stopped.current = true)}>
          Stop sending
        </button>
      ) : (
        <button type="button" className="control form-submit" disabled={waiting === 0} onClick={() => void sendAll()}>
          Send all of this import for review
        </button>
      )}
      <div role="status" className="mt-2">
        {(busy || tried.sent + tried.refused.length > 0) && (
          <p>
            {tried.sent.toLocaleString('en-GB')} sent
            {tried.refused.length > 0 && `, ${tried.refused.length} cannot be sent yet`}
            {busy && ` · ${tried.left.toLocaleString('en-GB')} to go`}
          </p>
        )}
        {problem && <p className="form-problem">{problem}</p>}
      </div>
      {tried.refused.length > 0 && (
        <ul className="mt-2" aria-label="What cannot be sent yet">
          {tried.refused.slice(0, 50).map(({ draft, row, text }) => (
            <li key={draft}>
              <a href={`/desk/drafts/${draft}`} className="quiet-link">
                Row {row}
              </a>{' '}
              <span className="text-muted">{text}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
