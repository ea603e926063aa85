/** JSON in the canonical form of RFC 8785, for what payloads are made of: no fractions, no exponents. */
export type Canonical =
  | string
  | number
  | null
  | readonly Canonical[]
  | { readonly [name: string]: Canonical | undefined }

/** Names in the order of their UTF-16 units, nothing between them; JSON.stringify writes strings and whole numbers as the RFC wants them. */
export function canonical(value: Canonical | undefined): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null)
  const fields = value as { readonly [name: string]: Canonical | undefined }
  const names = Object.keys(fields).sort()
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(fields[name])}`).join(',')}}`
}
