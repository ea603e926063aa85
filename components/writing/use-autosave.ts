'use client'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { DraftContent } from '@/lib/domain/draft/content'
import type { WritingActions } from './actions'

/** A moment after the last letter. */
const PAUSE = 700
/** Between two tries while there is no connection. */
const RETRY = 4_000

export type SaveState =
  | { kind: 'saved'; at: string }
  | { kind: 'saving' }
  /** Kept in this browser; tried again. */
  | { kind: 'kept'; why: string }
  /** Another window has saved: nothing is overwritten until somebody chooses. */
  | { kind: 'conflict'; version: number; theirs: DraftContent }

/** `saved`: the server has it, as this version. `sent`: what the server was told, and has not answered. */
type Kept = { version: number; content: DraftContent; saved: boolean; sent?: DraftContent | null }

const keyOf = (id: string) => `parley draft ${id}`

/**
 * What this browser kept of a draft that the page does not show: words that the server has not heard, or has heard only after it made
 * the page. Null when there is nothing of that kind.
 */
export function findKept(id: string, shown: number): Kept | null {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(id)) ?? 'null') as Kept | null
    return kept && (!kept.saved || kept.version > shown) ? kept : null
  } catch {
    return null
  }
}

function keep(id: string, kept: Kept | null): void {
  try {
    if (kept) localStorage.setItem(keyOf(id), JSON.stringify(kept))
    else localStorage.removeItem(keyOf(id))
  } catch {
    // Storage is full or forbidden: the server still hears every change.
  }
}

type Start = { id: string; version: number; savedAt: string; source: string | null }

/**
 * Saves as one types: at once in this browser, a moment later on the server, one save at a time. A lost connection or a closed laptop loses
 * nothing: what the server has not got stays in the browser until it has.
 */
export function useAutosave(start: Start, content: DraftContent, save: WritingActions['save']) {
  const [state, setState] = useState<SaveState>({ kind: 'saved', at: start.savedAt })
  const version = useRef(start.version)
  const wanted = useRef(content)
  const done = useRef(content)
  const unanswered = useRef<DraftContent | null>(null)
  const running = useRef<Promise<void> | null>(null)
  const stopped = useRef(false)
  const { id, source } = start

  const run = useCallback(async (): Promise<void> => {
    while (!stopped.current && wanted.current !== done.current) {
      // What was sent without an answer goes again as it was: if the server has it, it knows it again, and takes it for no other window's.
      const sent = unanswered.current ?? wanted.current
      unanswered.current = sent
      keep(id, { version: version.current, content: wanted.current, saved: false, sent })
      setState({ kind: 'saving' })
      const answer = await save({ id, version: version.current, content: sent, source }).catch(() => null)
      if (!answer) {
        setState({
          kind: 'kept',
          why: 'No connection. What you write is kept in this browser and saved when there is one.',
        })
        return
      }
      unanswered.current = null
      if (!answer.ok) {
        setState({ kind: 'kept', why: `Not saved: ${answer.message} What you write is kept in this browser.` })
        return
      }
      if (!answer.value.saved) {
        stopped.current = true
        setState({ kind: 'conflict', version: answer.value.version, theirs: answer.value.content })
        return
      }
      version.current = answer.value.version
      done.current = sent
      keep(id, { version: version.current, content: wanted.current, saved: wanted.current === sent })
      setState({ kind: 'saved', at: answer.value.at })
    }
  }, [id, source, save])

  const flush = useCallback((): Promise<void> => {
    running.current ??= run().finally(() => {
      running.current = null
    })
    return running.current
  }, [run])

  useEffect(() => {
    if (content === wanted.current) return
    wanted.current = content
    keep(id, { version: version.current, content, saved: false, sent: unanswered.current })
    if (!stopped.current) setState((before) => (before.kind === 'saved' ? { kind: 'saving' } : before))
    const timer = setTimeout(() => void flush(), PAUSE)
    return () => clearTimeout(timer)
  }, [content, id, flush])

  useEffect(() => {
    const again = () => void flush()
    const timer = setInterval(again, RETRY)
    window.addEventListener('online', again)
    document.addEventListener('visibilitychange', again)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', again)
      document.removeEventListener('visibilitychange', again)
    }
  }, [flush])

  return {
    state,
    /** Resolves to the version once everything typed is on the server; null when it cannot be. */
    settle: async (): Promise<number | null> => {
      await flush()
      if (wanted.current !== done.current) await flush()
      return wanted.current === done.current ? version.current : null
    },
    /** What this browser kept was written on that version: when the server has a newer one, the next save says so. */
    resumeAt: (kept: Kept) => {
      version.current = kept.version
      unanswered.current = kept.sent ?? null
    },
    /** After somebody chose between two windows. */
    goOnFrom: (from: number, chosen: DraftContent) => {
      version.current = from
      stopped.current = false
      done.current = chosen
      setState({ kind: 'saved', at: new Date().toISOString() })
    },
    /** The draft is gone: sent or thrown away. */
    forget: () => {
      stopped.current = true
      keep(id, null)
    },
  }
}
