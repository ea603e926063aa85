'use client'
import { useSyncExternalStore } from 'react'

// The address as a store. Next's own hooks would take what depends on it out of the cached HTML.
const CHANGED = 'parley:address'

type Going = { from: string; to: URL; how: 'push' | 'replace' }

/** The way that the browser has not been told of yet. */
let going: Going | null = null

/** Where the page is, or is about to be. */
export const whereNow = (): { href: string; pathname: string; search: string } =>
  going?.from === location.href ? going.to : location

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
    () => whereNow().pathname + whereNow().search,
    () => null,
  )

/**
 * Changes the address without leaving the page. Browser and Next hear of it when what the address stands for has been drawn: both take
 * their time over it, Next draws the whole page with it, and a reader on a slow phone would wait for that.
 */
export function goTo(address: string, how: 'push' | 'replace'): void {
  if (how === 'push') tell()
  const isFirst = going === null
  going = { from: location.href, to: new URL(address, location.href), how: going?.how ?? how }
  window.dispatchEvent(new Event(CHANGED))
  if (!isFirst) return
  requestAnimationFrame(() => setTimeout(tell))
  setTimeout(tell, 500) // a page out of sight is not drawn
}

function tell(): void {
  if (!going) return
  const way = going
  going = null
  if (location.href !== way.from) return // the reader has gone elsewhere meanwhile
  try {
    // With null, and not the state that Next keeps there, Next takes the new address as its own.
    if (way.how === 'push') history.pushState(null, '', way.to)
    else history.replaceState(null, '', way.to)
  } catch (error) {
    // Safari takes a hundred changes in half a minute, and then none for a while.
    if ((error as DOMException).name !== 'SecurityError') throw error
    going = way
    setTimeout(tell, 1_000)
  }
}

/** False while the server's HTML is taken over, true from the next render on. */
export const useHydrated = () =>
  useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  )
