import type { ReactNode } from 'react'
import './source-desk.css'

/** Text that scrolls in a frame of its own, also by keyboard. */
export function LongText({ label, lang, children }: { label: string; lang?: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div role="group" tabIndex={0} aria-label={label} className="text-diff" dir="auto" lang={lang}>
      {children}
    </div>
  )
}
