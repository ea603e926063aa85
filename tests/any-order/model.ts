// What ought to happen, in few words: who may do what, what stands where, what readers see. Knows nothing of the database.
import type { Role } from '@/lib/domain/account/roles'
import type { DraftContent } from '@/lib/domain/draft/content'
import { allowedKinds } from '@/lib/domain/shift/rules'
import type { Stance } from '@/lib/domain/stance/scale'
import type { Name } from './cast'

export type PersonState = {
  id: string
  role: Role
  disabled: boolean
  version: number
  signedIn: boolean
  secondFactor: boolean
}
export type DraftState = {
  id: string
  author: Name
  version: number
  entry: string | null
  /** Number of the revision that it was begun from. */
  base: number | null
  content: DraftContent
}
export type Published = { kind: string; revision: number; reason: string | null; by: Name; at: number }
export type EntryState = {
  id: string
  ordinal: number
  version: number
  revisions: { number: number; author: Name; content: DraftContent }[]
  /** Number of the revision that a change is begun from. */
  current: number
  publications: Published[]
}
export type ReviewState = {
  id: number
  entry: string
  revision: number
  kind: string
  reason: string | null
  author: Name
  stage: 'in-review' | 'changes-requested' | 'approved' | 'rejected' | 'retracted'
  version: number
}
export type UndoState = {
  id: number
  /** Whose approvals are taken back, and up to which publication. */
  of: Name
  upTo: number
  by: Name
  reason: string
  version: number
  stage: 'proposed' | 'done' | 'rejected' | 'retracted'
  /** For each entry, by their place in its publications: what readers see, and what comes back; null where nothing does. */
  lines: { entry: string; last: number; back: number | null }[]
}
export type SourceState = { slug: string; url: string; text: number; words: string }

export type Model = {
  negotiation: string
  people: Map<Name, PersonState>
  sources: SourceState[]
  drafts: DraftState[]
  entries: EntryState[]
  reviews: ReviewState[]
  undos: UndoState[]
  /** Of demands that were worded anew: the number that goes up with it. */
  versions: Map<string, number>
  /** The instant at which the history began, and how many publications there were since. */
  begunAt: string
  publications: number
  /** How often each thing was done, or refused. */
  tally: Map<string, number>
}

export type Code = 'ok' | 'SIGNED_OUT' | 'FORBIDDEN' | 'NOT_FOUND' | 'CONFLICT' | 'INVALID' | 'GONE'

export const RANK: Record<Role, number> = { analyst: 0, researcher: 1, editor: 2, admin: 3 }
export const [WRITES, DECIDES, LETS_IN] = [1, 2, 3]

export const personOf = (model: Model, name: Name) => model.people.get(name) as PersonState
export const rankOf = (model: Model, name: Name) => RANK[personOf(model, name).role]

/** The first thing that stands in somebody's way before anything is looked at; null when nothing does. */
export function barredFrom(model: Model, name: Name, rank: number): Code | null {
  const person = personOf(model, name)
  if (person.disabled || !person.signedIn) return 'SIGNED_OUT'
  if (RANK[person.role] >= DECIDES && !person.secondFactor) return 'FORBIDDEN'
  return RANK[person.role] < rank ? 'FORBIDDEN' : null
}

export const entryOf = (model: Model, id: string) => model.entries.find((entry) => entry.id === id) as EntryState
/** The one that a change is begun from. */
export const presentRevision = ({ revisions, current }: EntryState) =>
  revisions[current - 1] as EntryState['revisions'][number]

export function publish(model: Model, entry: EntryState, one: Omit<Published, 'at'>): void {
  entry.publications.push({ ...one, at: ++model.publications })
}

export const isOpen = ({ stage }: ReviewState) => stage === 'in-review' || stage === 'changes-requested'
export const openReviewOf = (model: Model, entry: string) =>
  model.reviews.find((review) => review.entry === entry && isOpen(review)) ?? null

/** What readers see of an entry: the revision of its last publication, unless that is a withdrawal. */
export function seen(entry: EntryState): DraftContent | null {
  const last = entry.publications.at(-1)
  if (!last || last.kind === 'withdrawal') return null
  return (entry.revisions[last.revision - 1] as EntryState['revisions'][number]).content
}

export const termsOf = ({ terms }: DraftContent) => (terms === '' ? null : terms)

type Standing = { id: string; ordinal: number; content: DraftContent }
const comesBefore = (a: Omit<Standing, 'id'>, b: Omit<Standing, 'id'>) =>
  a.content.heldFrom < b.content.heldFrom || (a.content.heldFrom === b.content.heldFrom && a.ordinal < b.ordinal)

/** What readers see of a cell, oldest first. */
export function cellOf(model: Model, party: string, demand: string): Standing[] {
  return model.entries
    .flatMap((entry) => {
      const content = seen(entry)
      return content?.party === party && content.demand === demand
        ? [{ id: entry.id, ordinal: entry.ordinal, content }]
        : []
    })
    .sort((a, b) => (comesBefore(a, b) ? -1 : 1))
}

/** What comes just before and just after a change to an entry, or a new one. */
function around(model: Model, content: DraftContent, entry: EntryState | null) {
  const self = { ordinal: entry?.ordinal ?? Number.POSITIVE_INFINITY, content }
  const others = cellOf(model, content.party, content.demand).filter(({ id }) => id !== entry?.id)
  return {
    before: others.filter((one) => comesBefore(one, self)).at(-1)?.content ?? null,
    after: others.find((one) => !comesBefore(one, self))?.content ?? null,
  }
}

const kindsBetween = (from: DraftContent | null, to: DraftContent) =>
  allowedKinds(
    (from?.stance as Stance | undefined) ?? null,
    to.stance as Stance,
    from !== null && termsOf(from) !== termsOf(to),
  )

export const kindsThatFit = (model: Model, content: DraftContent, entry: EntryState | null) =>
  kindsBetween(around(model, content, entry).before, content)

/** Whether a draft says all that an entry must say, and fits between what stands before and after it. */
export function isReady(model: Model, content: DraftContent, entry: EntryState | null): boolean {
  if (content.stance === '' || content.citations.length === 0) return false
  if (content.stance === 'conditional' && content.terms === '') return false
  const { before, after } = around(model, content, entry)
  const fits = (kind: string, allowed: readonly (string | null)[]) => allowed.includes(kind === '' ? null : kind)
  return (
    fits(content.shiftType, kindsBetween(before, content)) &&
    (!after || fits(after.shiftType, kindsBetween(content, after)))
  )
}

/** Whether the cited words stand where the citation says. */
export const citesWell = (model: Model, content: DraftContent): boolean =>
  content.citations.every((citation) => {
    const source = model.sources.find(({ slug, text }) => slug === citation.source && text === citation.text)
    return source?.words.slice(citation.startsAt, citation.endsAt) === citation.quote
  })

/** The positions of a day, cell by cell: the last entry that readers see and that is not held later. */
export function positionsOn(model: Model, day: string): string[] {
  const cells = new Set(
    model.entries.map((entry) => `${presentRevision(entry).content.party} ${presentRevision(entry).content.demand}`),
  )
  return [...cells]
    .flatMap((cell) => {
      const [party, demand] = cell.split(' ') as [string, string]
      const last = cellOf(model, party, demand)
        .filter(({ content }) => content.heldFrom <= day)
        .at(-1)
      return last ? [`${cell}: ${last.content.stance} by ${last.id}`] : []
    })
    .sort()
}
