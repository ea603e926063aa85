'use client'
import { useMemo } from 'react'
import { goTo, useLocation, whereNow } from '@/components/ui/use-location'
import { FIRST_CHOICE, formatChoice, parseChoice, type SourceChoice } from '@/lib/domain/source/list'

const change = (part: Partial<SourceChoice>) => {
  const { pathname, search } = whereNow()
  goTo(pathname + formatChoice({ ...parseChoice(search), ...part }), 'replace')
}

/** What the reader chose, from the address, and how to choose otherwise. */
export function useChoice(): [SourceChoice, typeof change] {
  const search = useLocation()?.split('?')[1]
  const choice = useMemo(() => (search ? parseChoice(search) : FIRST_CHOICE), [search])
  return [choice, change]
}
