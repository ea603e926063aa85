import type { z } from 'zod'

/** One thing wrong with a file: where (a JSON path such as entries[3].terms), what stands there, what is wrong and how to mend it. */
export type Fault = { path: string; value: unknown; problem: string }

export const jsonPath = (keys: readonly PropertyKey[]): string =>
  keys
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '') || '(whole file)'

/** What zod found, as faults with the value that stands there. */
export function faultsOf(error: z.ZodError, root: unknown, at: readonly PropertyKey[] = []): Fault[] {
  return error.issues.flatMap((issue): Fault[] => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        path: jsonPath([...at, ...issue.path, key]),
        value: valueAt(root, [...issue.path, key]),
        problem: 'is no field of this format: take it out or correct its name',
      }))
    }
    const value = valueAt(root, issue.path)
    return [{ path: jsonPath([...at, ...issue.path]), value, problem: problemOf(issue, value) }]
  })
}

function problemOf(issue: z.core.$ZodIssue, value: unknown): string {
  if (value === undefined) return 'is missing: add it (null where nothing is known and the codebook allows it)'
  switch (issue.code) {
    case 'invalid_type':
      return `is of the wrong kind: ${issue.expected} is wanted`
    case 'invalid_value':
      return `is none of the allowed values: write ${issue.values.map(String).join(', ')}`
    default:
      return issue.message
  }
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], root)
}

/** "entries[3].terms: null – a conditional stance …", the value cut to a readable length, hidden characters made visible. */
export function formatFault({ path, value, problem }: Fault): string {
  const shown = JSON.stringify(value) ?? 'nothing'
  const cut = shown.length > 100 ? `${shown.slice(0, 97)}…` : shown
  const visible = cut.replace(
    /[\u007F-\u009F\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF]/g,
    (hidden) => `\\u${hidden.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return `${path}: ${visible} ${problem}`
}
