// What a script may file with a token. Without zod, for the browser.

export const SCOPES = ['sources', 'entries', 'import'] as const
export type Scope = (typeof SCOPES)[number]

export const SCOPE_LABELS: Record<Scope, { label: string; meaning: string }> = {
  sources: { label: 'Sources', meaning: 'add sources with their text' },
  entries: { label: 'Entries', meaning: 'file entries one by one, as drafts' },
  import: { label: 'Import', meaning: 'import tables, as drafts' },
}

export const LASTS_DAYS = [7, 30, 90, 365] as const

export type TokenLine = {
  id: number
  name: string
  beginning: string
  scopes: Scope[]
  madeAt: string
  expiresAt: string
  lastUsedAt: string | null
  expired: boolean
}
