'use client'
import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from 'react'

const load = () => import('./palette')
const Palette = lazy(load)

const isApple = () => /Mac|iPhone|iPad/.test(navigator.platform)

/** The way to the search: a link that opens the palette where there is JavaScript. Ctrl K or ⌘ K does so anywhere. */
export function PaletteButton() {
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || event.shiftKey || event.altKey) return
      if (!(isApple() ? event.metaKey : event.ctrlKey)) return
      event.preventDefault()
      setOpen((was) => !was)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
  const key = useSyncExternalStore(
    () => () => {},
    () => (isApple() ? '⌘K' : 'Ctrl K'),
    () => 'Ctrl K',
  )
  return (
    <>
      <a
        href="/search"
        aria-keyshortcuts="Control+K Meta+K"
        className="flex min-h-11 min-w-9 items-center justify-center gap-2 whitespace-nowrap text-ink no-underline hover:text-accent hover:underline"
        onPointerEnter={load}
        onFocus={load}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return
          event.preventDefault()
          setOpen(true)
        }}
      >
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" className="sm:hidden">
          <path
            d="m10.6 10.6 4 4M12 7A5 5 0 1 1 2 7a5 5 0 0 1 10 0z"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.5"
          />
        </svg>
        <span className="max-sm:sr-only">Search</span>
        <kbd className="needs-js rounded border border-line-strong/60 px-1.5 font-sans text-xs leading-5 text-muted max-md:hidden">
          {key}
        </kbd>
      </a>
      {open && (
        <Suspense fallback={null}>
          <Palette onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
