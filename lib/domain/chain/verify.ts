import 'server-only'
import type pg from 'pg'
import { GENESIS, type Hash, hashOf, hashOfLink, hashOfPayload } from './hashes'
import { type LinkRow, readLinks, readPublications, readRevisions, readTexts } from './rows'
import { findUnchained } from './unchained'

export type Fault = {
  /** The link; null where rows are in no link at all. */
  number: number | null
  /** What the link is about: "revision 2 of entry e001". */
  about: string
  /** What differs, in a sentence. */
  text: string
}

export type Verdict = {
  links: number
  head: { number: number; hash: Hash } | null
  /** The number of the link with the hash that was asked for. */
  noted: number | null
  fault: Fault | null
}

const BATCH = 2_000

/**
 * Every link once more, from the rows themselves, up to the first one that is not what it was. Call it inside a transaction of one snapshot
 * (repeatable read): what is published meanwhile would look like a row that is not chained.
 */
export async function verifyChain(
  client: pg.Client,
  { noted = null, onProgress = () => {} }: { noted?: Hash | null; onProgress?: (links: number) => void } = {},
): Promise<Verdict> {
  const verdict: Verdict = { links: 0, head: null, noted: null, fault: null }
  const seen = new Set<number>()
  let next = readBatch(client, 0, seen)
  for (;;) {
    const { links, check } = await next
    const last = links.at(-1)
    if (!last) break
    next = readBatch(client, last.number, seen) // the database reads on while these are hashed
    next.catch(() => {}) // of which nobody hears when a link before has a fault
    for (const link of links) {
      verdict.fault = check(link, verdict.head)
      if (verdict.fault) return verdict
      verdict.links++
      verdict.head = { number: link.number, hash: link.hash }
      if (link.hash === noted) verdict.noted = link.number
    }
    onProgress(verdict.links)
  }
  verdict.fault = await findUnchained(client)
  return verdict
}

/** Reads a batch of links, all that they are about, and the stored texts that were not looked at before. */
async function readBatch(client: pg.Client, after: number, seen: Set<number>) {
  const links = await readLinks(client, after, BATCH)
  const ids = (kind: LinkRow['kind']) => links.flatMap((link) => (link.kind === kind ? link.subject_id : []))
  const revisions = await readRevisions(client, ids('revision'))
  const publications = await readPublications(client, ids('publication'))
  const fresh = [...revisions.values()].flatMap(({ texts }) => texts).filter((id) => !seen.has(id))
  const changed = new Map<number, string>()
  for (const { id, source, text, sha256 } of await readTexts(client, [...new Set(fresh)])) {
    seen.add(id)
    const hash = hashOf(text)
    if (hash !== sha256)
      changed.set(
        id,
        `the stored text ${id} of the source "${source}" is not the one that was cited: its hash is ${hash}, and was ${sha256}`,
      )
  }

  const check = (link: LinkRow, before: Verdict['head']): Fault | null => {
    const content =
      link.kind === 'revision' ? revisions.get(link.subject_id)?.payload : publications.get(link.subject_id)
    const about = content
      ? `${link.kind === 'revision' ? 'revision' : 'publication of revision'} ${content.number ?? content.revision} of entry ${content.entry}`
      : `${link.kind} with the id ${link.subject_id}`
    const fault = (text: string): Fault => ({ number: link.number, about, text })
    const expected = (before?.number ?? 0) + 1
    if (link.number !== expected) return { ...fault(`link ${expected} is missing`), number: expected }
    if (!content) return fault('its row is gone, or the link was turned to another')
    const payload = hashOfPayload({ ...content, salt: link.salt })
    const text = (revisions.get(link.subject_id)?.texts ?? []).find((id) => changed.has(id))
    if (link.kind === 'revision' && text !== undefined) return fault(changed.get(text) as string)
    if (payload !== link.payload_hash)
      return fault(
        `what its rows say${link.kind === 'revision' ? ' (the entry, its words, dates and citations)' : ''} has the hash ${payload}; ${link.payload_hash} was chained`,
      )
    if (link.previous_hash !== (before?.hash ?? GENESIS))
      return fault(
        `it follows ${link.previous_hash}, but the link before it has the hash ${before?.hash ?? `${GENESIS} (none)`}`,
      )
    const hash = hashOfLink(link.number, payload, link.previous_hash)
    if (hash !== link.hash) return fault(`its own hash is ${hash}, but ${link.hash} is stored`)
    return null
  }
  return { links, check }
}
