'use client'
import { useEffect, useState } from 'react'
import { pathOf } from '@/lib/domain/comparison/address'
import type { ComparisonView } from '@/lib/domain/comparison/view'
import type { Day } from '@/lib/domain/time/day'

// For the life of the page: stepping back to a day seen before is instant.
const loaded = new Map<string, Promise<ComparisonView>>()

function load(negotiation: string, on: Day, known: Day | null): Promise<ComparisonView> {
  const address = `${pathOf(negotiation, { on, known })}/table`
  const before = loaded.get(address)
  if (before) return before
  const fresh = fetch(address).then((response) => {
    if (!response.ok) throw new Error(`The table of ${on} could not be loaded (${response.status}).`)
    return response.json() as Promise<ComparisonView>
  })
  fresh.catch(() => loaded.delete(address))
  loaded.set(address, fresh)
  return fresh
}

/** Fetches the tables of days that the reader may step to next, so that they are there when asked for. */
export function prefetchDays(negotiation: string, days: (Day | null)[], known: Day | null): void {
  for (const day of days) if (day) load(negotiation, day, known).catch(() => {})
}

export type DayView = {
  view: ComparisonView
  /** The day asked for is on its way; `view` still shows the one before. */
  loading: boolean
  failed: string | null
  retry: () => void
}

/** The table of a day; null for the latest. Starts with what the server sent and keeps the last one until the next is there. */
export function useDayView(initial: ComparisonView, on: Day | null, known: Day | null): DayView {
  const day = on ?? initial.today
  const [shown, setShown] = useState(initial)
  const [failed, setFailed] = useState<{ day: Day; message: string } | null>(null)
  const [attempt, setAttempt] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt runs the same again
  useEffect(() => {
    if (day === initial.asOf) {
      setShown(initial)
      return
    }
    let wanted = true
    load(initial.negotiation.slug, day, known).then(
      (view) => wanted && setShown(view),
      (error: Error) => wanted && setFailed({ day, message: error.message }),
    )
    return () => {
      wanted = false
    }
  }, [day, known, initial, attempt])

  const problem = failed?.day === day ? failed.message : null
  return {
    view: shown,
    loading: shown.asOf !== day && !problem,
    failed: shown.asOf === day ? null : problem,
    retry: () => {
      setFailed(null)
      setAttempt((before) => before + 1)
    },
  }
}
