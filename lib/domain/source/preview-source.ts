import 'server-only'
import { z } from 'zod'
import { appClient } from '@/lib/db/client'
import { NOTHING_SAID } from '@/lib/document/reading'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { parse } from '@/lib/domain/parse'
import { webAddress } from '@/lib/domain/text/schema'
import { LARGEST_BYTES } from '@/lib/net/safe-fetch'
import { type Origin, storedText } from './desk-schema'
import { findKnown, type Known } from './find-known'
import { type FetchPage, fetchPage, readAddress, readFile } from './read-article'
import { hashOfText } from './text-hash'

const urlSchema = z.strictObject({ url: webAddress })
const textSchema = z.strictObject({ text: storedText, url: webAddress.nullable() })
const fileSchema = z.strictObject({
  file: z
    .strictObject({ name: z.string().max(300), type: z.string().max(200), bytes: z.instanceof(Uint8Array) })
    .refine(({ bytes }) => bytes.length > 0, 'is empty: choose a file')
    .refine(({ bytes }) => bytes.length <= LARGEST_BYTES, 'is larger than 5 MB'),
})
type Given = z.input<typeof urlSchema> | z.input<typeof textSchema> | z.input<typeof fileSchema>

export type Preview = {
  text: string
  /** Of the text as it was read, by which it is seen later whether somebody changed it. */
  sha256: string
  origin: Origin
  fetchedUrl: string | null
  /** What the article says about itself; empty where it does not. */
  told: { title: string; publisher: string; authors: string; published: string; language: string; url: string }
  known: Known | null
}

/** What would be added, for the researcher to correct, and whether it is there already. Writes nothing. */
export async function previewSource(actor: Actor, given: Given, fetch: FetchPage = fetchPage): Promise<Preview> {
  allow(actor, 'add sources')
  const read = await readGiven(given, fetch)
  const { text } = parse(z.strictObject({ text: storedText }), { text: read.text })
  const canonical = ownAddress(read.addresses, read.fetchedUrl)
  const addresses = [read.given, read.fetchedUrl, canonical].filter((url) => url !== null)
  return {
    text,
    sha256: hashOfText(text),
    origin: read.origin,
    fetchedUrl: read.fetchedUrl,
    told: {
      title: read.title,
      publisher: read.publisher,
      authors: read.authors,
      published: read.published,
      language: read.language,
      url: canonical ?? read.fetchedUrl ?? read.given ?? '',
    },
    known: await findKnown(appClient(), { addresses, text }),
  }
}

async function readGiven(given: Given, fetch: FetchPage) {
  if ('file' in given)
    return {
      ...(await readFile(parse(fileSchema, given).file)),
      fetchedUrl: null,
      given: null,
      origin: 'file' as const,
    }
  if ('text' in given) {
    const { text, url } = parse(textSchema, given)
    return { ...NOTHING_SAID, addresses: [] as string[], text, fetchedUrl: null, given: url, origin: 'pasted' as const }
  }
  const { url } = parse(urlSchema, given)
  return { ...(await readAddress(url, fetch)), given: url, origin: 'fetched' as const }
}

/** The address that a page gives as its own, if its own site could give it: a page cannot pass for one of another publisher. */
function ownAddress(addresses: readonly string[], fetchedUrl: string | null): string | null {
  const fits = (url: string) => webAddress.safeParse(url).success && (fetchedUrl === null || isOneSite(url, fetchedUrl))
  return addresses.find(fits) ?? null
}

function isOneSite(a: string, b: string): boolean {
  const [one, other] = [a, b].map((url) => `.${new URL(url).hostname.replace(/^(www|m|mobile|amp)\./, '')}`) as [
    string,
    string,
  ]
  return one.endsWith(other) || other.endsWith(one)
}
