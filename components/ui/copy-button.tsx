'use client'
import { useState } from 'react'

type Props = { label: string; text: () => string }

/** Copies a text, and says that it has. */
export function CopyButton({ label, text }: Props) {
  const [said, setSaid] = useState<string | null>(null)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text())
      setSaid('Copied')
    } catch {
      setSaid('Not allowed to copy here')
    }
  }
  return (
    <button type="button" className="control" onClick={copy} onBlur={() => setSaid(null)}>
      <span aria-live="polite">{said ?? label}</span>
    </button>
  )
}
