// What days and texts of any cell are checked for. Pure.
import type { z } from 'zod'
import { isDay } from '@/lib/domain/time/day'
import type { FaultCode, RowFault } from './faults'
import type { Field } from './fields'
import type { Ground } from './ground'
import { textFault } from './text-fault'

export type Blame = (
  row: number,
  field: RowFault['field'],
  code: FaultCode,
  value: string,
  text: string,
  mend: string,
) => void

export function checkDay(field: Field, row: number, value: string, ground: Ground, blame: Blame): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) {
    blame(row, field, 'day-format', value, 'not written as year, month, day', 'Write it as 2025-12-14.')
    return false
  }
  if (!isDay(value)) {
    blame(row, field, 'day-impossible', value, 'no day of the calendar', 'Correct the day.')
    return false
  }
  if (value > ground.today) {
    blame(row, field, 'day-in-future', value, 'lies in the future', 'Correct the day.')
    return false
  }
  return true
}

/** By the same schema as everywhere; only the first fault of a text is told, since others often follow from it. */
export function checkText(field: Field, row: number, value: string, schema: z.ZodType<string>, blame: Blame): boolean {
  if (value === '') return true
  const fault = textFault(value, schema)
  if (!fault) return true
  blame(row, field, fault.code, value, fault.text, fault.mend)
  return false
}
