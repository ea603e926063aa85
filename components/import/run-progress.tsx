'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import type { ImportProgress } from '@/lib/domain/import/progress'
import './import.css'

const ASKED_EVERY_MS = 400

/** How far a run is, until it ends; then the page is made anew. */
export function RunProgress({ id, done, of }: { id: string; done: number; of: number }) {
  const [at, setAt] = useState({ done, of })
  const router = useRouter()
  useEffect(() => {
    let stopped = false
    let timer: ReturnType<typeof setTimeout>
    const ask = async () => {
      const answer = await fetch(`/desk/imports/${id}/progress`, { cache: 'no-store' }).catch(() => null)
      const progress = answer?.ok ? ((await answer.json()) as ImportProgress) : null
      if (stopped) return
      if (progress) setAt(progress)
      // Without an answer it is asked again: the run goes on without us.
      if (progress && progress.state !== 'running') router.refresh()
      else timer = setTimeout(ask, ASKED_EVERY_MS)
    }
    timer = setTimeout(ask, ASKED_EVERY_MS)
    return () => {
      stopped = true
      clearTimeout(timer)
    }
  }, [id, router])
  return (
    <div role="status">
      <p className="mb-2">
        {at.done === 0
          ? 'Checking every row once more …'
          : `${at.done.toLocaleString('en-GB')} of ${at.of.toLocaleString('en-GB')} …`}
      </p>
      <progress
        className="import-progress"
        aria-label="How far the import is"
        max={Math.max(at.of, 1)}
        value={at.done === 0 ? undefined : at.done}
      />
    </div>
  )
}
