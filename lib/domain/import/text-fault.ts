// What is wrong with a text by its schema, as a code. Pure.
import type { z } from 'zod'
import type { FaultCode } from './faults'

const CODES: readonly string[] = ['control-character', 'half-character', 'lost-character', 'hidden-character']

/** The first thing that the schema says of a text that is trimmed and in NFC; null where it fits. */
export function textFault(
  value: string,
  schema: z.ZodType<string>,
): { code: FaultCode; text: string; mend: string } | null {
  const result = schema.safeParse(value.normalize('NFC'))
  const issue = result.error?.issues[0]
  if (!issue) return null
  const [text = '', mend = ''] = issue.message.split(/:\s*/, 2)
  const named = issue.code === 'custom' ? String(issue.params?.code ?? '') : ''
  const code = issue.code === 'too_big' ? 'too-long' : CODES.includes(named) ? (named as FaultCode) : 'not-ready'
  return { code, text, mend: mend === '' ? 'Correct it.' : `${mend.charAt(0).toUpperCase()}${mend.slice(1)}.` }
}
