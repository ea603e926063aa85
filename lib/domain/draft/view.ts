// What the desk shows of drafts, as plain data that travels to the browser.
import type { Day } from '@/lib/domain/time/day'
import type { DraftContent } from './content'

export type DraftLine = {
  id: string
  negotiation: string
  /** By their names; empty where none is chosen yet. */
  party: string
  demand: string
  summary: string
  /** The entry that it changes; null for a new one. */
  entry: string | null
  source: { slug: string; title: string } | null
  savedAt: string
}

export type OpenDraft = {
  id: string
  version: number
  negotiation: string
  content: DraftContent
  savedAt: string
  source: string | null
  /** The entry that it changes: its place among those of its day, and whether readers ever saw it. */
  entry: { id: string; ordinal: number; published: boolean } | null
  /** Set when somebody has changed the entry since the draft was begun: what it was begun from, and what stands there now, by its number. */
  overtaken: { base: DraftContent; now: DraftContent; revision: number } | null
}

/** What a draft chooses from. */
export type Reference = {
  negotiation: { slug: string; title: string; startedOn: Day }
  parties: { slug: string; name: string; shortName: string }[]
  demands: {
    slug: string
    title: string
    proposition: string
    lowEnd: string
    highEnd: string
    keywords: string[]
    topic: string
  }[]
  speakers: { slug: string; name: string; office: string; affiliation: string | null; party: string }[]
  events: { slug: string; title: string; date: Day }[]
}

/** An article with its stored text in force. */
export type Article = {
  slug: string
  title: string
  publisher: string
  kind: string
  published: Day | null
  grade: string
  language: string
  url: string | null
  textId: number
  text: string
}
