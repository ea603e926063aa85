// Sentences that may hold a position: they name a party, or somebody who speaks for it, and words of a demand. Advice; without network.
import type { Reference } from '@/lib/domain/draft/view'
import { spellingsOf } from '@/lib/domain/search/spellings'

/** Places in the text as JavaScript counts them, end excluded. */
export type Span = { start: number; end: number }

export type Suggestion = Span & {
  party: string
  demand: string
  speaker: string | null
  /** The words to cite: what stands in quotation marks, else the sentence. */
  quote: Span
}

type Names = Pick<Reference, 'parties' | 'speakers' | 'demands'>

const ALIASES: Record<string, string[]> = {
  ukraine: ['kyiv', 'ukrainian', 'ukrainians'],
  russia: ['moscow', 'kremlin', 'russian', 'russians'],
  'united states': ['washington', 'white house', 'u.s.', 'american', 'americans'],
  europe: ['european', 'europeans', 'brussels', 'eu'],
}

const LONGEST_QUOTE = 400
const FEWEST_WORDS = 4
const QUOTED = /[“"«]([^“”"«»]{8,400})[”"»]/u

export function sentencesOf(text: string): Span[] {
  const sentences: Span[] = []
  for (const { segment, index } of new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)) {
    const start = index + (segment.length - segment.trimStart().length)
    const end = index + segment.trimEnd().length
    if (end > start) sentences.push({ start, end })
  }
  return sentences
}

export function suggestionsIn(text: string, names: Names): Suggestion[] {
  const parties = names.parties.map(({ slug, name, shortName }) => ({
    slug,
    pattern: patternOf([name, shortName, ...(ALIASES[name.toLowerCase()] ?? [])]),
  }))
  const speakers = names.speakers.map(({ slug, party, name }) => ({
    slug,
    party,
    pattern: patternOf([name, ...lastNameOf(name)]),
  }))
  const demands = names.demands.map(({ slug, title, keywords }) => ({
    slug,
    patterns: [title, ...keywords].map((one) => patternOf([one])),
  }))
  return sentencesOf(text).flatMap((sentence): Suggestion[] => {
    const words = text.slice(sentence.start, sentence.end)
    const speaker = earliest(words, speakers)
    const party = speaker?.party ?? earliest(words, parties)?.slug
    const demand = most(words, demands)
    if (!party || !demand) return []
    return [{ ...sentence, party, demand, speaker: speaker?.slug ?? null, quote: quoteIn(words, sentence) }]
  })
}

function quoteIn(words: string, { start, end }: Span): Span {
  const quoted = QUOTED.exec(words)
  if (quoted?.[1] && quoted[1].trim().split(/\s+/).length >= FEWEST_WORDS) {
    const from = start + quoted.index + 1
    return { start: from, end: from + quoted[1].length }
  }
  return { start, end: Math.min(end, start + LONGEST_QUOTE) }
}

/** The words in any spelling, as whole words. Longer ones may end otherwise: "guarantee" finds "guarantees". */
function patternOf(names: string[]): RegExp {
  const forms = names.flatMap((name) => {
    const lower = name.toLowerCase()
    return lower.includes(' ') ? [lower] : spellingsOf(lower)
  })
  const escaped = [...new Set(forms)].map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'))
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?:s|’s|'s)?(?![\\p{L}\\p{N}])`, 'iu')
}

const lastNameOf = (name: string): string[] => {
  const parts = name
    .replace(/\(.*\)/, '')
    .trim()
    .split(/\s+/)
  const last = parts.at(-1)
  return parts.length > 1 && last && last.length > 3 ? [last] : []
}

function earliest<Item extends { pattern: RegExp }>(words: string, items: readonly Item[]): Item | null {
  let found: Item | null = null
  let at = Number.POSITIVE_INFINITY
  for (const item of items) {
    const place = words.search(item.pattern)
    if (place >= 0 && place < at) [found, at] = [item, place]
  }
  return found
}

function most(words: string, demands: readonly { slug: string; patterns: RegExp[] }[]): string | null {
  let best: string | null = null
  let hits = 0
  for (const { slug, patterns } of demands) {
    const count = patterns.filter((pattern) => pattern.test(words)).length
    if (count > hits) [best, hits] = [slug, count]
  }
  return best
}
