'use client'
import { useMemo, useSyncExternalStore } from 'react'
import { FIRST_CHOICE, formatChoice, parseChoice, type SourceChoice } from '@/lib/domain/source/list'

// The address is the only store of the table's state, as it is for the comparison table.
const CHANGED = 'parley:sources'

const subscribe = (listener: () => void) => {
  window.addEventListener('popstate', listener)
  window.addEventListener(CHANGED, listener)
  return () => {
    window.removeEventListener('popstate', listener)
    window.removeEventListener(CHANGED, listener)
  }
}

const change = (part: Partial<SourceChoice>) => {
  const query = formatChoice({ ...parseChoice(location.search), ...part })
  history.replaceState(null, '', location.pathname + query)
  window.dispatchEvent(new Event(CHANGED))
}

/** What the reader chose, from the address, and how to choose otherwise. */
export function useChoice(): [SourceChoice, typeof change] {
  const search = useSyncExternalStore(
    subscribe,
    () => location.search,
    () => '',
  )
  const choice = useMemo(() => (search ? parseChoice(search) : FIRST_CHOICE), [search])
  return [choice, change]
}
