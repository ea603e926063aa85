// One source at the desk as plain data. Instants in ISO 8601.
import type { Day } from '@/lib/domain/time/day'
import type { Described } from './desk-schema'

export type DeskSource = {
  slug: string
  version: number
  told: Described
  fetchedUrl: string | null
  addedBy: string | null
  negotiations: { slug: string; title: string }[]
  /** The newest first. */
  texts: {
    id: number
    text: string
    sha256: string
    recordedAt: string
    recordedBy: string | null
    origin: string
    citations: number
    isInForce: boolean
  }[]
  entries: {
    id: string
    party: string
    demand: string
    summary: string
    heldFrom: Day
    isPublished: boolean
    quotes: string[]
  }[]
  flags: {
    id: number
    entry: string
    kind: 'changed' | 'vanished'
    quote: string
    wordsNow: string | null
    noticedAt: string
    noticedBy: string
  }[]
  may: { amend: boolean; store: boolean; resolve: boolean; write: boolean }
}
