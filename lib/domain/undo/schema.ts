import { z } from 'zod'
import { version } from '@/lib/domain/draft/schema'
import { atInstant } from '@/lib/domain/filter/schema'
import { importId } from '@/lib/domain/import/schema'
import { note, reason } from '@/lib/domain/review/schema'

const row = z.number().int().min(1).max(2_147_483_647)
const instant = atInstant.nullable()
const span = { person: z.string().min(1).max(80), from: instant, to: instant }

export const scopeSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('written'), ...span }),
    z.strictObject({ kind: z.literal('approved'), ...span }),
    z.strictObject({ kind: z.literal('import'), publication: row }),
    z.strictObject({ kind: z.literal('desk-import'), import: importId }),
    z.strictObject({ kind: z.literal('undo'), undo: row }),
  ])
  .refine((scope) => !('from' in scope && scope.from && scope.to && Date.parse(scope.from) > Date.parse(scope.to)), {
    path: ['to'],
    message: 'lies before the beginning: give the later instant second',
  })

export const proposeSchema = z.strictObject({
  scope: scopeSchema,
  reason,
  /** What the preview showed: if the record has changed since, nothing is proposed. */
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/, 'is not of a preview'),
})

/** Names one state of one undo: whoever read an older one is refused. */
export const atVersion = { undo: row, version }
export const decideSchema = z.strictObject(atVersion)
export const rejectSchema = z.strictObject({ ...atVersion, note })
