import type { ReactNode } from 'react'

/** A part of a page with its heading. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="mt-9">
      <h2 className="mb-2 text-[1.375rem]">{title}</h2>
      {children}
    </section>
  )
}
