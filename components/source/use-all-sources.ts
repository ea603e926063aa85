'use client'
import { useEffect, useState } from 'react'
import type { SourceRow } from '@/lib/domain/source/view'

/** All sources, fetched once where the server sent only the newest. */
export function useAllSources(negotiation: string, first: SourceRow[], total: number) {
  const [rows, setRows] = useState(first)
  const [failed, setFailed] = useState<string | null>(null)
  useEffect(() => {
    if (first.length === total) return
    let wanted = true
    fetch(`/${negotiation}/sources/rows`)
      .then((response) => (response.ok ? response.json() : Promise.reject(new Error())))
      .then(
        (all) => wanted && setRows(all),
        () =>
          wanted &&
          setFailed(
            'The other sources could not be loaded; these are the newest. Load the page again to try once more.',
          ),
      )
    return () => {
      wanted = false
    }
  }, [negotiation, first, total])
  return { rows, failed }
}
