import type { Kind } from '@/lib/domain/reference/kinds'
import { slugFrom } from '@/lib/domain/text/slug-from'

const OWN: Record<Kind, readonly string[]> = {
  party: ['name', 'shortName', 'role'],
  speaker: ['name', 'office', 'party'],
  topic: ['title'],
  demand: ['title', 'topic'],
  event: ['title', 'date', 'kind'],
}
const MAY_BE_EMPTY: Record<Kind, readonly string[]> = {
  party: ['note'],
  speaker: ['affiliation'],
  topic: [],
  demand: [],
  event: ['endDate', 'place', 'source'],
}
const CHOSEN: Record<Kind, readonly string[]> = {
  party: [],
  speaker: [],
  topic: [],
  demand: ['raisedBy'],
  event: ['participants'],
}

export const textIn = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim().normalize('NFC') : ''
}

/** What a form says of a row, for the domain to check. */
export function rowIn(kind: Kind, form: FormData): { slug: string } & Record<string, unknown> {
  const row: { slug: string } & Record<string, unknown> = {
    slug:
      textIn(form, 'slug') || slugFrom(textIn(form, kind === 'party' ? 'shortName' : 'title') || textIn(form, 'name')),
  }
  for (const name of OWN[kind]) row[name] = textIn(form, name)
  for (const name of MAY_BE_EMPTY[kind]) row[name] = textIn(form, name) || null
  for (const name of CHOSEN[kind]) row[name] = form.getAll(name).filter((value) => typeof value === 'string')
  if (kind === 'demand')
    row.keywords = textIn(form, 'keywords')
      .split(',')
      .map((word) => word.trim())
      .filter(Boolean)
  return row
}

export const wordsIn = (form: FormData) => ({
  proposition: textIn(form, 'proposition'),
  lowEnd: textIn(form, 'lowEnd'),
  highEnd: textIn(form, 'highEnd'),
})

export const negotiationIn = (form: FormData) => ({
  slug: textIn(form, 'slug') || slugFrom(textIn(form, 'title')),
  title: textIn(form, 'title'),
  summary: textIn(form, 'summary'),
  startedOn: textIn(form, 'startedOn'),
})
