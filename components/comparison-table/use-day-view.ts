'use client'
import { useEffect, useState } from 'react'
import type { ComparisonView } from '@/lib/domain/comparison/view'
import type { Day } from '@/lib/domain/time/day'

type Loaded = Map<Day, Promise<ComparisonView>>
// For the life of the page: stepping back to a day seen before is instant.
const loadedByNegotiation = new Map<string, Loaded>()

function load(negotiation: string, day: Day): Promise<ComparisonView> {
  const loaded = loadedByNegotiation.get(negotiation) ?? new Map()
  loadedByNegotiation.set(negotiation, loaded)
  const known = loaded.get(day)
  if (known) return known
  const fresh = fetch(`/${negotiation}/on/${day}/table`).then((response) => {
    if (!response.ok) throw new Error(`The table of ${day} could not be loaded (${response.status}).`)
    return response.json() as Promise<ComparisonView>
  })
  fresh.catch(() => loaded.delete(day))
  loaded.set(day, fresh)
  return fresh
}

/** Fetches the tables of days that the reader may step to next, so that they are there when asked for. */
export function prefetchDays(negotiation: string, days: (Day | null)[]): void {
  for (const day of days) if (day) load(negotiation, day).catch(() => {})
}

export type DayView = {
  view: ComparisonView
  /** The day asked for is on its way; `view` still shows the one before. */
  loading: boolean
  failed: string | null
  retry: () => void
}

/** The table of a day; null for the latest. Starts with what the server sent and keeps the last one until the next is there. */
export function useDayView(initial: ComparisonView, on: Day | null): DayView {
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
    load(initial.negotiation.slug, day).then(
      (view) => wanted && setShown(view),
      (error: Error) => wanted && setFailed({ day, message: error.message }),
    )
    return () => {
      wanted = false
    }
  }, [day, initial, attempt])

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
