'use client'
import { useEffect, useRef } from 'react'

type Keys = { onSearch: () => void; onHelp: () => void }

/** "/" goes to the search field, "?" lists the keys; never while somebody types. */
export function usePageKeys(keys: Keys) {
  const current = useRef(keys)
  useEffect(() => {
    current.current = keys
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement
      if (
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        target.closest('input, textarea, select, [contenteditable], [role=dialog]')
      )
        return
      if (event.key === '/') current.current.onSearch()
      else if (event.key === '?') current.current.onHelp()
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}
