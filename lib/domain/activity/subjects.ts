import 'server-only'
import type { Transaction } from '@/lib/db/write'

type Subject = { kind: string; subject: string }

/** What the subjects of some rows are called, by kind and id. */
export async function nameSubjects(
  db: Pick<Transaction, 'entry' | 'source' | 'person'>,
  rows: readonly Subject[],
): Promise<Map<string, string>> {
  const idsOf = (kind: string) => [...new Set(rows.filter((row) => row.kind === kind).map(({ subject }) => subject))]
  const [entries, sources, people] = [idsOf('entry'), idsOf('source'), idsOf('person')]
  const [named, titled, called] = await Promise.all([
    entries.length === 0
      ? []
      : db.entry.findMany({
          where: { id: { in: entries } },
          select: { id: true, party: { select: { name: true } }, demand: { select: { title: true } } },
        }),
    sources.length === 0
      ? []
      : db.source.findMany({ where: { slug: { in: sources } }, select: { slug: true, title: true } }),
    people.length === 0 ? [] : db.person.findMany({ where: { id: { in: people } }, select: { id: true, name: true } }),
  ])
  return new Map([
    ...named.map(({ id, party, demand }) => [`entry ${id}`, `${party.name} on ${demand.title}`] as const),
    ...titled.map(({ slug, title }) => [`source ${slug}`, title] as const),
    ...called.map(({ id, name }) => [`person ${id}`, name] as const),
  ])
}
