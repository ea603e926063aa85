import type { SourceTexts } from '@/components/source-desk/source-fields'
import type { addSource } from '@/lib/domain/source/add-source'
import type { Described } from '@/lib/domain/source/desk-schema'
import { fieldsOf } from '@/lib/http/action'

const NAMES = [
  'kind',
  'publisher',
  'publisherFlag',
  'title',
  'titleBasis',
  'url',
  'published',
  'publishedBasis',
  'language',
  'grade',
  'note',
  'authors',
  'archivedUrl',
] as const

/** What a form says about a source, for the domain to check. */
export function describedIn(
  form: FormData,
): Omit<Parameters<typeof addSource>[1], 'negotiation' | 'text' | 'origin' | 'fetchedUrl' | 'isAnother'> {
  const given = fieldsOf(form, NAMES)
  const text = (name: (typeof NAMES)[number]) => given[name].trim().normalize('NFC')
  const orNull = (name: (typeof NAMES)[number]) => text(name) || null
  return {
    kind: given.kind as Described['kind'],
    publisher: text('publisher'),
    publisherFlag: orNull('publisherFlag') as Described['publisherFlag'],
    title: text('title'),
    titleBasis: given.titleBasis as Described['titleBasis'],
    url: orNull('url'),
    published: orNull('published'),
    publishedBasis: text('publishedBasis'),
    language: text('language'),
    grade: given.grade as Described['grade'],
    note: orNull('note'),
    authors: orNull('authors'),
    archivedUrl: orNull('archivedUrl'),
  }
}

/** The same the other way: nothing said is an empty field. */
export const textsOf = (told: Described): SourceTexts =>
  Object.fromEntries(NAMES.map((name) => [name, told[name] ?? ''])) as SourceTexts
