import type { ReactNode } from 'react'

/** A page of the desk: its heading, and what it is about in one line. */
export function DeskPage({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  return (
    <div className="desk-page">
      <h1 className="text-[1.75rem]">{title}</h1>
      {lead && <p className="mt-2 max-w-[68ch] text-muted">{lead}</p>}
      <div className="mt-6">{children}</div>
    </div>
  )
}
