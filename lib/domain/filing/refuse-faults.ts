import { DomainError, type Fault } from '@/lib/domain/error'
import { type FaultCode, faultSentence, type RowFault } from '@/lib/domain/import/faults'

/** For a script: where as row and field, and the code that it can count by. */
export type FiledFault = Fault & { code: FaultCode; row: number; field: string; value: string }

export const filedFaults = (faults: readonly RowFault[]): FiledFault[] =>
  faults.map((fault) => ({
    at: `${fault.row}.${fault.field}`,
    text: faultSentence(fault),
    code: fault.code,
    row: fault.row,
    field: fault.field,
    value: fault.value,
  }))

export const refuseFaults = (faults: readonly RowFault[]): DomainError =>
  new DomainError('INVALID', 'Nothing was filed: there are faults.', filedFaults(faults))
