// What the rows of an import are held against: the names that the record knows. Pure.
import type { Day } from '@/lib/domain/time/day'
import { plainWord } from './words'

export type KnownText = { slug: string; used: boolean; textId: number | null }

export type Ground = {
  startedOn: Day
  today: Day
  party: (name: string) => string | undefined
  demand: (name: string) => string | undefined
  event: (name: string) => string | undefined
  /** Of all who are called so, those of the party if there are any. */
  speaker: (name: string, party: string) => string | 'several' | undefined
  source: (name: string) => KnownText | undefined
}

type Named = { slug: string; names: readonly string[] }

/** A slug, or a name that only one of them has. */
export function byName(list: readonly Named[]): (name: string) => string | undefined {
  const slugs = new Map(list.map(({ slug }) => [slug, slug]))
  const names = new Map<string, string | null>()
  for (const { slug, names: called } of list)
    for (const name of new Set(called.map(plainWord)))
      names.set(name, names.has(name) && names.get(name) !== slug ? null : slug)
  return (name) => slugs.get(name) ?? names.get(plainWord(name)) ?? undefined
}

export function speakerByName(
  list: readonly { slug: string; name: string; party: string }[],
): (name: string, party: string) => string | 'several' | undefined {
  const slugs = new Set(list.map(({ slug }) => slug))
  const called = new Map<string, { slug: string; party: string }[]>()
  for (const speaker of list) {
    const name = plainWord(speaker.name)
    called.set(name, [...(called.get(name) ?? []), speaker])
  }
  return (name, party) => {
    if (slugs.has(name)) return name
    const all = called.get(plainWord(name)) ?? []
    const own = all.filter((speaker) => speaker.party === party)
    const found = own.length > 0 ? own : all
    return found.length > 1 ? 'several' : found[0]?.slug
  }
}
