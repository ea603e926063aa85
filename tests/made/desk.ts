// People and drafts that exist only in tests, on the made negotiation that tests/made/negotiation.ts gives.
import { appClient } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/account/actor'
import { ROLES, type Role } from '@/lib/domain/account/roles'
import { importDataset } from '@/lib/domain/dataset/import'
import { type DraftContent, EMPTY_DRAFT } from '@/lib/domain/draft/content'
import { saveDraft } from '@/lib/domain/draft/save-draft'
import { startDraft } from '@/lib/domain/draft/start-draft'
import { sendForReview } from '@/lib/domain/review/send-for-review'
import { makeNegotiation } from './negotiation'

export const person = (role: Role, id: string = role): Actor => ({ id, name: `Made ${id}`, role })
export const everybody: Actor[] = ROLES.map((role) => person(role))

export const NEGOTIATION = 'desk'

/** A negotiation of one party more than has entries: cells of the last one are empty, so that any stance is a new position there. */
export async function makeDesk(): Promise<void> {
  const made = makeNegotiation({ slug: NEGOTIATION, parties: 3, demands: 4, entries: 40, seed: 5 })
  const silent = {
    ...(made.parties[0] as (typeof made.parties)[number]),
    slug: 'silent',
    name: 'Silent Party',
    shortName: 'Silent',
  }
  await importDataset({ ...made, parties: [...made.parties, silent] })
}

/** The number of the revision that readers see of an entry. */
export async function liveRevision(entry: string): Promise<number> {
  const { livePublication } = await appClient().entry.findUniqueOrThrow({
    where: { id: entry },
    include: { livePublication: { include: { revision: true } } },
  })
  if (!livePublication) throw new Error(`Readers do not see ${entry}.`)
  return livePublication.revision.number
}

/** A draft that is ready to be sent: of the silent party, citing the first words of the first source. */
export async function readyContent(change: Partial<DraftContent> = {}): Promise<DraftContent> {
  const text = await appClient().sourceText.findFirstOrThrow({ where: { source: { slug: `${NEGOTIATION}-source-1` } } })
  return {
    ...EMPTY_DRAFT,
    party: 'silent',
    demand: 'demand-1',
    heldFrom: '2024-05-01',
    stance: 'accepts',
    summary: 'Agrees to it.',
    shiftType: 'new-position',
    citations: [
      {
        source: `${NEGOTIATION}-source-1`,
        text: text.id,
        startsAt: 0,
        endsAt: 14,
        quote: [...text.text].slice(0, 14).join(''),
        quoteKind: 'document',
        speaker: '',
        attribution: 'official-document',
        saidOn: '2024-05-01',
      },
    ],
    ...change,
  }
}

export async function writtenDraft(actor: Actor, content: DraftContent, entry: string | null = null) {
  const { id } = await startDraft(actor, { negotiation: NEGOTIATION, source: null, entry })
  const { version } = await appClient().draft.findUniqueOrThrow({ where: { id } })
  const saved = await saveDraft(actor, { id, version, content, source: null })
  if (!saved.saved) throw new Error('A draft that nobody else writes was not saved.')
  return { draft: id, version: saved.version }
}

/** A new entry under review, by this author. */
export async function sentEntry(author: Actor, change: Partial<DraftContent> = {}) {
  const sent = await sendForReview(author, {
    ...(await writtenDraft(author, await readyContent(change))),
    kind: 'first',
    reason: null,
  })
  return { ...sent, version: 1 }
}

export const auditOf = (subjectId: string) =>
  appClient().audit.findMany({ where: { subjectId }, orderBy: { id: 'asc' } })
