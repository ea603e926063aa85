// What a second person does, and what admins do about people.
import { changeRole } from '@/lib/domain/account/change-role'
import { ROLES } from '@/lib/domain/account/roles'
import { setDisabled } from '@/lib/domain/account/set-disabled'
import { withdrawEntry } from '@/lib/domain/entry/withdraw-entry'
import { approveRevision } from '@/lib/domain/review/approve-revision'
import { rejectRevision } from '@/lib/domain/review/reject-revision'
import { remark } from '@/lib/domain/review/remark'
import { requestChanges } from '@/lib/domain/review/request-changes'
import { retractRevision } from '@/lib/domain/review/retract-revision'
import { takeOn } from '@/lib/domain/review/take-on'
import type { Draw, MakePlan } from './act'
import { CAST, type Name } from './cast'
import { remember } from './honesty'
import {
  barredFrom,
  DECIDES,
  entryOf,
  isOpen,
  isReady,
  LETS_IN,
  type Model,
  openReviewOf,
  personOf,
  publish,
  type ReviewState,
  rankOf,
  seen,
  WRITES,
} from './model'
import { asPlan, chooseActor, personId } from './writing'

const PEOPLE = CAST.flatMap(([name, role]): Name[] => (role ? [name] : []))

function chooseReview(model: Model, { at, fitting }: Draw, preferred: (review: ReviewState) => boolean = isOpen) {
  const wanted = fitting ? model.reviews.filter(preferred) : []
  const list = wanted.length > 0 ? wanted : model.reviews
  return list[at % list.length] ?? null
}

/** What all that is done in a review has in common: who may, that it is open, that it was read as it stands. */
function inReview(
  draw: Draw,
  model: Model,
  { review, by, rank, stale = draw.stale }: { review: ReviewState; by: Name; rank: number; stale?: boolean },
) {
  return {
    at: { review: review.id, version: review.version + (stale ? 1 : 0) },
    barred: barredFrom(model, by, rank) ?? (!isOpen(review) || stale ? ('CONFLICT' as const) : null),
  }
}

const byASecond = (
  model: Model,
  draw: Draw,
  ask: (at: { review: number; version: number }) => Parameters<typeof asPlan>[0]['ask'],
  stage?: ReviewState['stage'],
) => {
  const review = chooseReview(model, draw)
  if (!review) return null
  const by = chooseActor(model, draw, DECIDES, review.author)
  const { at, barred } = inReview(draw, model, { review, by, rank: DECIDES })
  return asPlan({
    by,
    expected: barred ?? (review.author === by ? 'FORBIDDEN' : 'ok'),
    ask: ask(at),
    follows: () => {
      review.version++
      review.stage = stage ?? review.stage
    },
  })
}

export const takes: MakePlan = (model, draw) =>
  byASecond(model, draw, (at) => (actor) => takeOn(actor, { ...at, mine: draw.detail % 2 === 0 }))
export const asksForChanges: MakePlan = (model, draw) =>
  byASecond(model, draw, (at) => (actor) => requestChanges(actor, { ...at, note: 'Why?' }), 'changes-requested')
export const rejects: MakePlan = (model, draw) =>
  byASecond(model, draw, (at) => (actor) => rejectRevision(actor, { ...at, note: 'No.' }), 'rejected')

export const remarks: MakePlan = (model, draw) => {
  const review = chooseReview(model, draw)
  if (!review) return null
  const by = draw.detail % 2 === 0 ? review.author : chooseActor(model, draw, DECIDES)
  const { at, barred } = inReview(draw, model, { review, by, rank: WRITES })
  return asPlan({
    by,
    expected: barred ?? (review.author === by || rankOf(model, by) >= DECIDES ? 'ok' : 'FORBIDDEN'),
    ask: (actor) => remark(actor, { ...at, note: 'One more thing.' }),
    follows: () => {
      review.version++
    },
  })
}

export const retracts: MakePlan = (model, draw) => {
  const review = chooseReview(model, draw)
  if (!review) return null
  const by = draw.fitting ? review.author : chooseActor(model, draw, WRITES)
  const { at, barred } = inReview(draw, model, { review, by, rank: WRITES })
  return asPlan({
    by,
    expected: barred ?? (review.author === by ? 'ok' : 'FORBIDDEN'),
    ask: (actor) => retractRevision(actor, at),
    follows: () => {
      review.version++
      review.stage = 'retracted'
    },
  })
}

export const approves: MakePlan = (model, draw) => {
  const review = chooseReview(model, draw, ({ stage }) => stage === 'in-review')
  if (!review) return null
  const entry = entryOf(model, review.entry)
  const content = entry.revisions[review.revision - 1]?.content
  if (!content) throw new Error('A review is of a revision that is not there.')
  const by = chooseActor(model, draw, DECIDES, review.author)
  const { at, barred } = inReview(draw, model, { review, by, rank: DECIDES })
  const fits = review.stage === 'in-review' ? (isReady(model, content, entry) ? 'ok' : 'INVALID') : 'CONFLICT'
  return asPlan({
    by,
    expected: barred ?? (review.author === by ? 'FORBIDDEN' : fits),
    ask: (actor) => approveRevision(actor, { ...at, note: null }),
    follows: async (_, { watch }) => {
      review.version++
      review.stage = 'approved'
      publish(model, entry, { kind: review.kind, revision: review.revision, reason: review.reason, by })
      await remember(model, watch)
    },
  })
}

export const withdraws: MakePlan = (model, draw) => {
  const shown = draw.fitting ? model.entries.filter(seen) : []
  const list = shown.length > 0 ? shown : model.entries
  const entry = list[draw.at % list.length]
  if (!entry) return null
  const by = chooseActor(model, draw, DECIDES)
  const live = entry.publications.at(-1)?.revision ?? 1
  const reason = `Coded in error, as seen on day ${draw.detail}`
  return asPlan({
    by,
    expected: barredFrom(model, by, DECIDES) ?? (!seen(entry) || draw.stale ? 'CONFLICT' : 'ok'),
    ask: (actor) => withdrawEntry(actor, { entry: entry.id, live: live + (draw.stale ? 1 : 0), reason }),
    follows: async (_, { watch }) => {
      entry.version++
      const review = openReviewOf(model, entry.id)
      if (review) review.version++
      publish(model, entry, { kind: 'withdrawal', revision: live, reason, by })
      await remember(model, watch)
    },
  })
}

const isLastAdmin = (model: Model, name: Name) => {
  const admins = [...model.people].filter(([, { role, disabled }]) => role === 'admin' && !disabled)
  return admins.length === 1 && admins[0]?.[0] === name
}

export const changesRole: MakePlan = (model, draw) => {
  const of = PEOPLE[draw.at % PEOPLE.length] as Name
  const role = ROLES[draw.detail % ROLES.length] as (typeof ROLES)[number]
  const by = chooseActor(model, draw, LETS_IN)
  const late = draw.stale || (role !== 'admin' && isLastAdmin(model, of)) ? 'CONFLICT' : 'ok'
  const person = personOf(model, of)
  const version = person.version + (draw.stale ? 1 : 0)
  return asPlan({
    by,
    expected: barredFrom(model, by, LETS_IN) ?? late,
    ask: (actor) => changeRole(actor, { person: personId(model, of), version, role }),
    follows: () => {
      Object.assign(person, { role, version: version + 1 })
    },
  })
}

export const disables: MakePlan = (model, draw) => {
  const of = PEOPLE[draw.at % PEOPLE.length] as Name
  const person = personOf(model, of)
  // Twice as often enabled as disabled, so that there is somebody left.
  const disabled = draw.detail % 3 === 0
  const by = chooseActor(model, draw, LETS_IN)
  const isSo = person.disabled === disabled || (disabled && isLastAdmin(model, of))
  const version = person.version + (draw.stale ? 1 : 0)
  return asPlan({
    by,
    expected: barredFrom(model, by, LETS_IN) ?? (draw.stale || isSo ? 'CONFLICT' : 'ok'),
    ask: (actor) => setDisabled(actor, { person: personId(model, of), version, disabled }),
    follows: () => {
      Object.assign(person, { disabled, version: version + 1, signedIn: person.signedIn && !disabled })
    },
  })
}
