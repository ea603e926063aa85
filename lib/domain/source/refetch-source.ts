import 'server-only'
import { z } from 'zod'
import { appClient } from '@/lib/db/client'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { DomainError } from '@/lib/domain/error'
import { parse } from '@/lib/domain/parse'
import { slug } from '@/lib/domain/text/schema'
import { version } from './desk-schema'
import { type FetchPage, fetchPage, readAddress } from './read-article'
import { type Stored, storeText } from './store-text'

const refetchSchema = z.strictObject({ source: slug, version })

/** Fetches a source again from its address and stores what stands there now. */
export async function refetchSource(
  actor: Actor,
  input: z.input<typeof refetchSchema>,
  fetch: FetchPage = fetchPage,
): Promise<Stored> {
  allow(actor, 'add sources')
  const at = parse(refetchSchema, input)
  const source = await appClient().source.findUnique({ where: { slug: at.source } })
  if (!source) throw new DomainError('NOT_FOUND', 'There is no such source.')
  const address = source.fetchedUrl ?? source.url
  if (!address) throw new DomainError('INVALID', 'This source has no address. Paste its text.')
  const { text } = await readAddress(address, fetch)
  return storeText(actor, { ...at, text, origin: 'fetched' })
}
