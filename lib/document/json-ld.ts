// What a page says about its article in JSON-LD (schema.org). Pages are careless with it: anything may be missing or of another shape.

type Item = Record<string, unknown>

const isItem = (value: unknown): value is Item => typeof value === 'object' && value !== null && !Array.isArray(value)
const many = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value])
const isArticle = (item: Item) =>
  many(item['@type']).some((type) => typeof type === 'string' && /Article|Report|BlogPosting/.test(type))

/** The first article that the page describes, or nothing. */
export function findArticle(scripts: readonly string[]): Item {
  for (const script of scripts.slice(0, 20)) {
    try {
      const top = many(JSON.parse(script.slice(0, 500_000)))
      const items = top.filter(isItem).flatMap((item) => [item, ...many(item['@graph']).filter(isItem)])
      const article = items.find(isArticle)
      if (article) return article
    } catch {
      // Not JSON: the page says nothing here.
    }
  }
  return {}
}

/** Names of people or organisations, however they are given. */
export const namesOf = (value: unknown): string[] =>
  many(value)
    .map((one) => (isItem(one) ? one.name : one))
    .filter((name): name is string => typeof name === 'string' && name.trim() !== '')

export const wordsOf = (value: unknown): string => (typeof value === 'string' ? value : '')
