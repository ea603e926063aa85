'use client'
import { useLayoutEffect, useRef, useState } from 'react'
import type { ComparisonView, DemandRow } from '@/lib/domain/comparison/view'

// Taking over a table of 720 cells that the server drew, node by node, would keep a phone busy for seconds. So the rows are taken
// over as they are: React knows the <tr> and not what is in it, and draws a row itself only when another day, other columns or other
// entries make another row of it.

export type ServedRows = {
  /** Whether what the server drew is what this row would be. */
  stand: (view: ComparisonView, demand: DemandRow, shown: readonly string[], onRecordOnly: boolean) => boolean
  /** What is in the rows that are not in the table at the moment. */
  aside: Map<string, DocumentFragment>
}

const isOnServer = typeof window === 'undefined'

/** Null on the server, which draws all of them, and where the page was reached without a page of HTML. */
export function useServedRows(view: ComparisonView, hydrated: boolean): ServedRows | null {
  const [served] = useState<ServedRows | null>(() => {
    if (isOnServer || hydrated) return null
    const all = view.parties.map(({ slug }) => slug).join()
    return {
      aside: new Map(),
      stand: (now, demand, shown, onRecordOnly) =>
        now === view &&
        shown.join() === all &&
        !(onRecordOnly && Object.values(demand.cells).some((cell) => cell.onRecord)),
    }
  })
  return served
}

const LEFT_ALONE = { __html: '' }

/** A row as the server drew it. Taken out of the table and put back, it has its own contents again. */
export function ServedRow({ slug, hidden, aside }: { slug: string; hidden: boolean; aside: ServedRows['aside'] }) {
  const row = useRef<HTMLTableRowElement>(null)
  useLayoutEffect(() => {
    const tr = row.current
    if (!tr) return
    const contents = aside.get(slug)
    if (contents) tr.append(contents)
    return () => {
      const taken = new DocumentFragment()
      taken.append(...tr.childNodes)
      aside.set(slug, taken)
    }
  }, [slug, aside])
  // While the page is taken over React leaves the contents of such an element alone, whatever they are.
  return (
    <tr
      ref={row}
      data-demand={slug}
      role="row"
      hidden={hidden}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: nothing is set
      dangerouslySetInnerHTML={LEFT_ALONE}
    />
  )
}
