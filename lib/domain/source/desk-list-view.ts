// The list of sources at the desk as plain data.
import type { Day } from '@/lib/domain/time/day'
import type { GRADES } from './kinds'

export type DeskChoice = {
  words: string
  negotiation: string
  grade: (typeof GRADES)[number] | ''
  flagged: boolean
  /** From 1. */
  page: number
}

export type DeskRow = {
  slug: string
  publisher: string
  title: string
  language: string
  grade: string
  published: Day | null
  /** Entries that readers see and that cite it. */
  entries: number
  /** Of these, how many cite words that are not there any more. */
  flags: number
  negotiations: string[]
}
