'use client'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { type ComparisonState, formatAddress, INITIAL_STATE, parseAddress } from '@/lib/domain/comparison/address'
import type { Day } from '@/lib/domain/time/day'

// The address is the only store of the table's state. Next's own hooks would take the table out of the cached HTML.
const CHANGED = 'parley:address'

const subscribe = (listener: () => void) => {
  window.addEventListener('popstate', listener)
  window.addEventListener(CHANGED, listener)
  return () => {
    window.removeEventListener('popstate', listener)
    window.removeEventListener(CHANGED, listener)
  }
}
const snapshot = () => location.pathname + location.search

export type Go = (change: Partial<ComparisonState>, how?: 'push' | 'replace') => void

/** The state that the address stands for, and how to go to another. `on` is the day of the page that the server made. */
export function useAddress(base: string, negotiation: string, on: Day | null): [ComparisonState, Go] {
  const address = useSyncExternalStore(subscribe, snapshot, () => null)
  const state = useMemo(() => {
    if (address === null) return { ...INITIAL_STATE, on }
    const [path = '', search = ''] = address.split('?')
    return parseAddress(path, search)
  }, [address, on])
  const go = useCallback<Go>(
    (change, how = 'replace') => {
      const next = formatAddress(base, negotiation, { ...parseAddress(location.pathname, location.search), ...change })
      // With null, and not the state that Next keeps there, Next takes the new address as its own.
      if (how === 'push') history.pushState(null, '', next)
      else history.replaceState(null, '', next)
      window.dispatchEvent(new Event(CHANGED))
    },
    [base, negotiation],
  )
  return [state, go]
}

/** False while the server's HTML is taken over, true from the next render on. */
export const useHydrated = () =>
  useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  )
