'use client'
import { useState } from 'react'

/** Copies the address of exactly this view. */
export function CopyLink() {
  const [said, setSaid] = useState<string | null>(null)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(location.href)
      setSaid('Copied')
    } catch {
      setSaid('Copy it from the address bar')
    }
  }
  return (
    <button type="button" className="control" onClick={copy} onBlur={() => setSaid(null)}>
      <span aria-live="polite">{said ?? 'Copy link'}</span>
    </button>
  )
}
