'use client'
import { useCallback, useMemo } from 'react'
import { goTo, useLocation, whereNow } from '@/components/ui/use-location'
import { type ComparisonState, formatAddress, INITIAL_STATE, parseAddress } from '@/lib/domain/comparison/address'
import type { Day } from '@/lib/domain/time/day'

export type Go = (change: Partial<ComparisonState>, how?: 'push' | 'replace') => void

/**
 * The state that the address stands for, and how to go to another: the address is the only store of the table's state.
 * `on` and `known` are the days of the page that the server made.
 */
export function useAddress(
  base: string,
  negotiation: string,
  on: Day | null,
  known: Day | null,
): [ComparisonState, Go] {
  const address = useLocation()
  const state = useMemo(() => {
    if (address === null) return { ...INITIAL_STATE, on, known }
    const [path = '', search = ''] = address.split('?')
    return parseAddress(path, search)
  }, [address, on, known])
  const go = useCallback<Go>(
    (change, how = 'replace') => {
      const { pathname, search } = whereNow()
      goTo(formatAddress(base, negotiation, { ...parseAddress(pathname, search), ...change }), how)
    },
    [base, negotiation],
  )
  return [state, go]
}
