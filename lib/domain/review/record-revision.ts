import 'server-only'
import type { Transaction } from '@/lib/db/write'
import { wordsAt } from '@/lib/domain/citation/words-at'
import type { DraftContent } from '@/lib/domain/draft/content'
import { entrySchema } from '@/lib/domain/entry/schema'
import { DomainError, type Fault } from '@/lib/domain/error'

const date = (day: string | null) => (day === null ? null : new Date(`${day}T00:00:00Z`))

/** The draft as an entry of the record; throws INVALID with what does not fit. */
export function entryOf(id: string, content: DraftContent) {
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim().normalize('NFC'))
  const result = entrySchema.safeParse({
    id,
    party: content.party,
    demand: content.demand,
    heldFrom: content.heldFrom,
    datePrecision: content.datePrecision,
    stance: content.stance,
    salience: orNull(content.salience),
    summary: content.summary.trim().normalize('NFC'),
    terms: orNull(content.terms),
    shift:
      content.shiftType === ''
        ? null
        : { type: content.shiftType, basis: content.shiftBasis, note: orNull(content.shiftNote) },
    event: orNull(content.event),
    citations: content.citations.map(({ source, quote, quoteKind, speaker, attribution, saidOn }) => ({
      source,
      quote,
      quoteKind,
      speaker: orNull(speaker),
      attribution,
      saidOn: orNull(saidOn),
    })),
  })
  if (result.success) return result.data
  throw new DomainError(
    'INVALID',
    'The entry is not ready to be sent.',
    result.error.issues.map((issue) => ({
      at: String(issue.path[0] ?? ''),
      text: `${issue.path.join(' ')} ${issue.message}.`,
    })),
  )
}

/** What a revision is made of: when it was last written, the import that it came from, and what the next one recognises it by. */
export type Written = { savedAt: Date; importId: string | null; importKey: string | null; importDigest: string | null }

/** A new revision of an entry with its citations, each word compared with the stored text that it was selected in. Resolves to its id. */
export async function recordRevision(
  transaction: Transaction,
  entry: { id: string; negotiationId: number },
  content: DraftContent,
  author: string,
  written: Written,
): Promise<{ id: number; number: number }> {
  const said = entryOf(entry.id, content)
  const here = { negotiationId: entry.negotiationId }
  const event = said.event
    ? await transaction.event.findUnique({ where: { negotiationId_slug: { ...here, slug: said.event } } })
    : null
  const number = (await transaction.revision.count({ where: { entryId: entry.id } })) + 1
  const citations = await placeCitations(transaction, entry.negotiationId, content)
  const revision = await transaction.revision.create({
    data: {
      ...here,
      entryId: entry.id,
      number,
      heldFrom: date(said.heldFrom) as Date,
      datePrecision: said.datePrecision,
      stance: said.stance,
      salience: said.salience,
      summary: said.summary,
      terms: said.terms,
      shiftKind: said.shift?.type ?? null,
      shiftBasis: said.shift?.basis ?? null,
      shiftNote: said.shift?.note ?? null,
      eventId: event?.id ?? null,
      recordedBy: author,
      wording: await wordingOf(transaction, entry.negotiationId, said.demand, written.savedAt),
      importId: written.importId,
      importKey: written.importKey,
      importDigest: written.importDigest,
    },
  })
  await transaction.citation.createMany({
    data: citations.map((row, ordinal) => ({ ...row, ...here, revisionId: revision.id, ordinal })),
  })
  return { id: revision.id, number }
}

/** The number of the words of a demand that whoever coded a draft had before them, and not those that it has by now. */
async function wordingOf(transaction: Transaction, negotiationId: number, demand: string, savedAt: Date) {
  const row = await transaction.demandWording.findFirst({
    where: { demand: { negotiationId, slug: demand }, wordedAt: { lte: savedAt } },
    orderBy: { number: 'desc' },
  })
  return row?.number ?? 1
}

async function placeCitations(transaction: Transaction, negotiationId: number, { citations }: DraftContent) {
  const faults: Fault[] = []
  const rows = []
  for (const [at, citation] of citations.entries()) {
    const miss = (text: string) => faults.push({ at: 'citations', text: `Citation ${at + 1} ${text}` })
    const text = await transaction.sourceText.findFirst({
      where: { id: citation.text, source: { slug: citation.source, negotiations: { some: { negotiationId } } } },
    })
    if (!text) {
      miss('is from a text that is not stored for this source. Select its words again.')
      continue
    }
    const { quote, prefix, suffix } = wordsAt(text.text, citation.startsAt, citation.endsAt)
    if (quote !== citation.quote) {
      miss('does not stand in the stored text, character for character. Select its words again.')
      continue
    }
    const speaker = citation.speaker
      ? await transaction.speaker.findUnique({
          where: { negotiationId_slug: { negotiationId, slug: citation.speaker } },
        })
      : null
    rows.push({
      sourceId: text.sourceId,
      sourceTextId: text.id,
      quote,
      prefix,
      suffix,
      startsAt: citation.startsAt,
      endsAt: citation.endsAt,
      quoteKind: citation.quoteKind,
      attribution: citation.attribution,
      speakerId: speaker?.id ?? null,
      saidOn: date(citation.saidOn === '' ? null : citation.saidOn),
    })
  }
  if (faults.length > 0) throw new DomainError('INVALID', 'Words are cited that are not in the stored text.', faults)
  return rows
}
