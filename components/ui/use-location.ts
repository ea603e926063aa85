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

/**
 * Changes the address without leaving the page. Next hears of it when what the address stands for has been drawn: it would draw the
 * whole page with it, and a reader on a slow phone would wait for that. Until then the entry of the history has Next's own state, by
 * which it finds the page again.
 */
export function goTo(address: string, how: 'push' | 'replace'): void {
  const { pushState, replaceState } = History.prototype
  ;(how === 'push' ? pushState : replaceState).call(history, history.state, '', address)
  const { href } = location
  window.dispatchEvent(new Event(CHANGED))
  requestAnimationFrame(() =>
    setTimeout(() => {
      // With null, and not the state that Next keeps there, Next takes the new address as its own.
      if (location.href === href) history.replaceState(null, '', href)
    }),
  )
}

/** False while the server's HTML is taken over, true from the next render on. */
export const useHydrated = () =>
  useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  )
