'use client'
import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { goTo, useHydrated, useLocation, whereNow } from '@/components/ui/use-location'
import {
  chooseShifts,
  EVERY_SHIFT,
  formatShiftChoice,
  parseShiftChoice,
  type ShiftChoice,
} from '@/lib/domain/shift/choice'
import type { ShiftTable } from '@/lib/domain/shift/table'
import { ShiftFilters } from './shift-filters'
import { ShiftRows } from './shift-rows'
import './shifts.css'

type Props = {
  negotiation: string
  /** The newest shifts, or all where they are few. */
  first: ShiftTable
  /** How many there are in all. */
  total: number
}

/** Every dated shift in one flat table: sorted, filtered and searched in the browser, a hundred thousand rows as well as ten. */
export function Shifts({ negotiation, first, total }: Props) {
  const address = useLocation()
  const hydrated = useHydrated()
  const choice = useMemo(
    () => (address === null ? EVERY_SHIFT : parseShiftChoice(address.split('?')[1] ?? '')),
    [address],
  )
  const { table, failed } = useWholeTable(negotiation, first, total)
  // Rows follow the words when they can, so that the next letter is not waited for.
  const words = useDeferredValue(choice.words)
  const asked = formatShiftChoice({ ...choice, words })
  const chosen = useMemo(() => chooseShifts(table, parseShiftChoice(asked)), [table, asked])
  const go = (change: Partial<ShiftChoice>) => {
    const { pathname, search } = whereNow()
    goTo(pathname + formatShiftChoice({ ...parseShiftChoice(search), ...change }), 'replace')
  }
  const whole = table.entry.length === total

  return (
    <fieldset
      role="presentation"
      disabled={!hydrated}
      className={hydrated && whole ? 'min-w-0' : 'awaits-address min-w-0'}
    >
      <ShiftFilters table={table} choice={choice} onChange={go} />
      <p className="meta mb-2 flex items-baseline gap-3" role="status">
        {failed ?? (whole ? inWords(chosen.length, total) : `loading ${total.toLocaleString('en-GB')} shifts…`)}
        {JSON.stringify({ ...choice, sort: 'on', descending: true }) !== JSON.stringify(EVERY_SHIFT) && (
          <button
            type="button"
            className="quiet-link"
            onClick={() => go({ ...EVERY_SHIFT, sort: choice.sort, descending: choice.descending })}
          >
            Reset the filters
          </button>
        )}
      </p>
      <ShiftRows negotiation={negotiation} table={table} chosen={chosen} choice={choice} onChange={go} />
    </fieldset>
  )
}

const inWords = (shown: number, total: number) =>
  shown === total
    ? `${total.toLocaleString('en-GB')} shifts`
    : `${shown.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')} shifts`

/** The whole table, fetched once where the server sent only its beginning. */
function useWholeTable(negotiation: string, first: ShiftTable, total: number) {
  const [table, setTable] = useState(first)
  const [failed, setFailed] = useState<string | null>(null)
  useEffect(() => {
    if (first.entry.length === total) return
    let wanted = true
    fetch(`/${negotiation}/shifts/rows`)
      .then((response) => (response.ok ? response.json() : Promise.reject(new Error())))
      .then(
        (whole) => wanted && setTable(whole),
        () =>
          wanted &&
          setFailed(
            'The other shifts could not be loaded; these are the newest. Load the page again to try once more.',
          ),
      )
    return () => {
      wanted = false
    }
  }, [negotiation, first, total])
  return { table, failed }
}
