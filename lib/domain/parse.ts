import type { z } from 'zod'
import { DomainError } from '@/lib/domain/error'

/** Input of a write, checked; throws INVALID with every fault and where it is. */
export function parse<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  throw new DomainError(
    'INVALID',
    'What was sent has faults.',
    result.error.issues.map((issue) => ({ at: issue.path.map(String).join('.'), text: issue.message })),
  )
}
