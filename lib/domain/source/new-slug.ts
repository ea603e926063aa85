import 'server-only'
import type { Transaction } from '@/lib/db/write'

const LONGEST = 70

const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')

/** Publisher, day and the first words of the title; what has no Latin letters gives way to the host of the address. */
export function slugFor({
  publisher,
  published,
  title,
  url,
}: {
  publisher: string
  published: string | null
  title: string
  url: string | null
}): string {
  const host = url ? plain(new URL(url).hostname.replace(/^www\./, '')) : ''
  const whole = [plain(publisher) || host || 'source', published, plain(title)].filter(Boolean).join('-')
  return whole.length <= LONGEST
    ? whole
    : whole
        .slice(0, LONGEST + 1)
        .replace(/-[^-]*$/, '')
        .slice(0, LONGEST)
}

/** The same with a number behind it where it is taken. */
export async function newSlug(transaction: Transaction, source: Parameters<typeof slugFor>[0]): Promise<string> {
  const slug = slugFor(source)
  const taken = await transaction.source.findMany({ where: { slug: { startsWith: slug } }, select: { slug: true } })
  const former = await transaction.formerAddress.findMany({
    where: { kind: 'source', slug: { startsWith: slug } },
    select: { slug: true },
  })
  const names = new Set([...taken, ...former].map((row) => row.slug))
  if (!names.has(slug)) return slug
  let number = 2
  while (names.has(`${slug}-${number}`)) number++
  return `${slug}-${number}`
}
