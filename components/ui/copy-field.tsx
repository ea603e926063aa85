'use client'
import { useId } from 'react'
import { CopyButton } from './copy-button'

/** A text to take along: shown whole, and copied with one press where there is JavaScript. */
export function CopyField({ label, text }: { label: string; text: string }) {
  const id = useId()
  return (
    <div className="mt-4">
      <p className="meta" id={id}>
        {label}
      </p>
      <div className="mt-1 flex flex-wrap items-start gap-2">
        <textarea readOnly rows={2} aria-labelledby={id} className="copy-text flex-1 basis-72" value={text} />
        <span className="needs-js">
          <CopyButton label="Copy" text={() => text} />
        </span>
      </div>
    </div>
  )
}
