'use client'
import { useSyncExternalStore } from 'react'

// The address as a store. Next's own hooks would take what depends on it out of the cached HTML.
const CHANGED = 'parley:address'

const subscribe = (listener: () => void) => {
  window.addEventListener('popstate', listener)
  window.addEventListener(CHANGED, listener)
  return () => {
    window.removeEventListener('popstate', listener)
    window.removeEventListener(CHANGED, listener)
  }
}

/** Path and query of the page; null while the server's HTML, which knows of no query, is taken over. */
export const useLocation = (): string | null =>
  useSyncExternalStore(
    subscribe,
    () => location.pathname + location.search,
    () => null,
  )

/** Changes the address without leaving the page. */
export function goTo(address: string, how: 'push' | 'replace'): void {
  // With null, and not the state that Next keeps there, Next takes the new address as its own.
  if (how === 'push') history.pushState(null, '', address)
  else history.replaceState(null, '', address)
  window.dispatchEvent(new Event(CHANGED))
}

/** False while the server's HTML is taken over, true from the next render on. */
export const useHydrated = () =>
  useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  )
