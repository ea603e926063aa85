'use client'
import { useEffect, useState } from 'react'
import type { Found } from '@/lib/domain/search/schema'

/** Between two letters of somebody who types. */
const PAUSE = 140

type State = { question: string; found: Found | null; failed: string | null }

/** What answers the question, as it is typed: asked when the typing pauses, and an answer that comes too late is dropped. */
export function useSearch(question: string): State & { waiting: boolean } {
  const [state, setState] = useState<State>({ question: '', found: null, failed: null })
  const asked = question.trim()
  useEffect(() => {
    if (asked === '') return
    const stop = new AbortController()
    const timer = setTimeout(() => {
      fetch(`/api/v1/search?q=${encodeURIComponent(asked)}&limit=4`, { signal: stop.signal })
        .then(async (response) => {
          if (response.status === 429)
            throw new Error(`Too many searches. Go on in ${response.headers.get('retry-after')} seconds.`)
          if (!response.ok) throw new Error('The search did not answer. Try again in a moment.')
          setState({ question: asked, found: await response.json(), failed: null })
        })
        .catch((error: Error) => {
          if (!stop.signal.aborted) setState({ question: asked, found: null, failed: readable(error) })
        })
    }, PAUSE)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [asked])
  return { ...state, waiting: asked !== '' && asked !== state.question }
}

/** A connection that failed speaks in the browser's own words, which say little. */
const readable = (error: Error) =>
  error instanceof TypeError ? 'The search cannot be reached. Is there a connection?' : error.message
