'use client'
import { useEffect, useState } from 'react'
import type { CellEntry } from '@/lib/domain/draft/cell'
import type { WritingActions } from './actions'

/** What readers see of the demand that is chosen; empty until it is known. */
export function useRow(negotiation: string, demand: string, read: WritingActions['readRow']): CellEntry[] {
  const [row, setRow] = useState<{ demand: string; entries: CellEntry[] }>({ demand: '', entries: [] })
  useEffect(() => {
    if (demand === '') return
    let wanted = true
    read(negotiation, demand).then(
      (answer) => wanted && answer.ok && setRow({ demand, entries: answer.value }),
      () => {}, // without a connection the checks on the server still hold
    )
    return () => {
      wanted = false
    }
  }, [negotiation, demand, read])
  return row.demand === demand ? row.entries : []
}
