import { DomainError } from '@/lib/domain/error'

/** What cannot be read as a table at all; what is wrong with single rows is told by row. */
export const refuseTable = (text: string): DomainError =>
  new DomainError('INVALID', 'This is no table that can be read.', [{ at: 'file', text }])
