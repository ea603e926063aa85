// Sources, drafts and what becomes of them before a second person looks.
import isEqual from 'fast-deep-equal'
import { appClient } from '@/lib/db/client'
import { type DraftContent, EMPTY_DRAFT } from '@/lib/domain/draft/content'
import { discardDraft } from '@/lib/domain/draft/discard-draft'
import { rebaseDraft } from '@/lib/domain/draft/rebase-draft'
import { saveDraft } from '@/lib/domain/draft/save-draft'
import { startDraft } from '@/lib/domain/draft/start-draft'
import { undoToRevision } from '@/lib/domain/draft/undo-to-revision'
import { sendForReview } from '@/lib/domain/review/send-for-review'
import { addSource } from '@/lib/domain/source/add-source'
import { STANCES } from '@/lib/domain/stance/scale'
import type { Draw, MakePlan, Plan } from './act'
import { CAST, type Name } from './cast'
import {
  barredFrom,
  type Code,
  citesWell,
  type DraftState,
  entryOf,
  isReady,
  kindsThatFit,
  type Model,
  openReviewOf,
  personOf,
  presentRevision,
  WRITES,
} from './model'

const NAMES: readonly Name[] = CAST.map(([name]) => name)
const pick = <Value>(list: readonly Value[], at: number): Value | undefined => list[at % list.length]

/** Who does it: somebody who may, or anybody. */
export function chooseActor(model: Model, { by, fitting }: Draw, rank: number, but?: Name): Name {
  const able = NAMES.filter((name) => name !== but && !barredFrom(model, name, rank))
  return pick(fitting && able.length > 0 ? able : NAMES, by) as Name
}

export const asPlan = <Result>(plan: Plan<Result>) => plan as unknown as Plan<never>

/** A draft and who acts on it: its author, or anybody. */
function chooseDraft(model: Model, draw: Draw, preferred: (draft: DraftState) => boolean = () => true) {
  const wanted = draw.fitting
    ? model.drafts.filter((draft) => preferred(draft) && !barredFrom(model, draft.author, WRITES))
    : []
  const draft = pick(wanted.length > 0 ? wanted : model.drafts, draw.at)
  if (!draft) return null
  const by = draw.fitting ? draft.author : (pick(NAMES, draw.by) as Name)
  return { draft, by, version: draft.version + (draw.stale ? 1 : 0) }
}

const barredFromDraft = (model: Model, by: Name, draft: DraftState): Code | null =>
  barredFrom(model, by, WRITES) ?? (draft.author === by ? null : 'NOT_FOUND')

const forget = (model: Model, draft: DraftState) => {
  model.drafts = model.drafts.filter((one) => one !== draft)
}

export const add: MakePlan = (model, draw) => {
  const by = chooseActor(model, draw, WRITES)
  const url = `https://example.org/${model.negotiation}/article-${draw.at % 3}`
  const words = `Article ${draw.at % 3} of ${model.negotiation}: both sides met, and one of them said so.`
  const isThere = model.sources.some((source) => source.url === url)
  return asPlan({
    by,
    expected: barredFrom(model, by, WRITES) ?? 'ok',
    leavesTrace: !isThere,
    ask: (actor) =>
      addSource(actor, {
        ...{ negotiation: model.negotiation, kind: 'news', publisher: 'Made Herald', publisherFlag: null },
        ...{ title: words.slice(0, 20), titleBasis: 'page', url, published: '2024-01-01', publishedBasis: 'page' },
        ...{ language: 'en', grade: 'B', note: null, authors: null, archivedUrl: null },
        ...{ text: words, origin: 'pasted', fetchedUrl: null, isAnother: true },
      }),
    follows: async (added) => {
      if (added.added === isThere) throw new Error(`An article was ${isThere ? 'stored twice' : 'taken for another'}.`)
      if (!added.added) return
      const text = await appClient().sourceText.findFirstOrThrow({ where: { source: { slug: added.slug } } })
      model.sources.push({ slug: added.slug, url, text: text.id, words })
    },
  })
}

export const start: MakePlan = (model, draw) => {
  const by = chooseActor(model, draw, WRITES)
  const entry = draw.detail % 3 === 0 ? undefined : pick(model.entries, draw.at)
  const open = model.drafts.find((draft) => draft.author === by && draft.entry === entry?.id && entry)
  return asPlan({
    by,
    expected: barredFrom(model, by, WRITES) ?? 'ok',
    leavesTrace: !open,
    ask: (actor) => startDraft(actor, { negotiation: model.negotiation, source: null, entry: entry?.id ?? null }),
    follows: ({ id }) => {
      if (open && open.id !== id) throw new Error('A second draft of a change to one entry was begun.')
      if (open) return
      const last = entry ? presentRevision(entry) : null
      model.drafts.push({
        ...{ id, author: by, version: 1, entry: entry?.id ?? null },
        ...{ base: last?.number ?? null, content: last?.content ?? EMPTY_DRAFT },
      })
    },
  })
}

let written = 0

/** Whole and sound for the most part; sometimes without what an entry must have, or with words that nobody wrote. */
function writeContent(model: Model, draft: DraftState, { at, detail, fitting }: Draw): DraftContent {
  const slips = (every: number, of: number) => !fitting && of % every === 0
  const entry = draft.entry ? entryOf(model, draft.entry) : null
  const source = pick(model.sources, at)
  const stance = pick(STANCES, detail) as (typeof STANCES)[number]
  const place = entry && !slips(5, detail) ? presentRevision(entry).content : null
  const content: DraftContent = {
    ...EMPTY_DRAFT,
    party: place?.party ?? `party-${(at % 2) + 1}`,
    demand: place?.demand ?? `demand-${((at >> 1) % 2) + 1}`,
    heldFrom: `2024-02-0${(detail % 5) + 1}`,
    stance,
    summary: `Said in words of its own, number ${++written}.`,
    terms: (stance === 'conditional' && !slips(2, detail)) || detail % 7 === 0 ? `On terms ${detail % 4}.` : '',
    citations:
      source && !slips(4, at)
        ? [
            {
              ...{ source: source.slug, text: source.text, startsAt: 0, endsAt: 9, saidOn: '' },
              ...{ quoteKind: 'document', speaker: '', attribution: 'official-document' },
              quote: slips(4, at + 1) ? 'Made up: ' : source.words.slice(0, 9),
            },
          ]
        : [],
  }
  const kinds = slips(4, at + 2) ? ['reversal' as const] : kindsThatFit(model, content, entry)
  return { ...content, shiftType: pick(kinds, detail) ?? '' }
}

export const save: MakePlan = (model, draw) => {
  const chosen = chooseDraft(model, draw, ({ version }) => version === 1 || draw.detail % 4 === 0)
  if (!chosen) return null
  const { draft, by, version } = chosen
  const content = writeContent(model, draft, draw)
  return asPlan({
    by,
    expected: barredFromDraft(model, by, draft) ?? 'ok',
    leavesTrace: false,
    ask: (actor) => saveDraft(actor, { id: draft.id, version, content, source: null }),
    follows: (answer) => {
      // What stands there already is saved, whatever version its window has read.
      if (answer.saved !== (!draw.stale || isEqual(draft.content, content)))
        throw new Error('A draft was written over, or not kept.')
      if (answer.saved && !draw.stale) Object.assign(draft, { version: draft.version + 1, content })
    },
  })
}

export const rebase: MakePlan = (model, draw) => {
  const overtaken = ({ entry, base }: DraftState) =>
    entry !== null && presentRevision(entryOf(model, entry)).number !== base
  const chosen = chooseDraft(model, draw, overtaken)
  if (!chosen) return null
  const { draft, by, version } = chosen
  const present = draft.entry === null ? 1 : presentRevision(entryOf(model, draft.entry)).number
  // Now and then the entry has been changed once more since the merge was shown.
  const isUnseen = !draw.fitting && draw.detail % 3 === 0
  const revision = present + (isUnseen ? 1 : 0)
  const late = draft.entry === null ? 'INVALID' : draw.stale || isUnseen ? 'CONFLICT' : 'ok'
  return asPlan({
    by,
    expected: barredFromDraft(model, by, draft) ?? late,
    ask: (actor) => rebaseDraft(actor, { id: draft.id, version, content: draft.content, revision }),
    follows: () => {
      draft.version++
      draft.base = present
    },
  })
}

export const discard: MakePlan = (model, draw) => {
  const chosen = chooseDraft(model, draw)
  if (!chosen) return null
  const { draft, by, version } = chosen
  return asPlan({
    by,
    expected: barredFromDraft(model, by, draft) ?? (draw.stale ? 'CONFLICT' : 'ok'),
    ask: (actor) => discardDraft(actor, { id: draft.id, version }),
    follows: () => forget(model, draft),
  })
}

export const undo: MakePlan = (model, draw) => {
  const entry = pick(model.entries, draw.at)
  if (!entry) return null
  const by = chooseActor(model, draw, WRITES)
  const number = draw.stale ? entry.revisions.length + 1 : 1 + (draw.detail % entry.revisions.length)
  const isOpen = model.drafts.some((draft) => draft.author === by && draft.entry === entry.id)
  return asPlan({
    by,
    expected: barredFrom(model, by, WRITES) ?? (draw.stale ? 'NOT_FOUND' : isOpen ? 'CONFLICT' : 'ok'),
    ask: (actor) => undoToRevision(actor, { entry: entry.id, revision: number }),
    follows: ({ id }) => {
      const content = entry.revisions[number - 1]?.content as DraftContent
      model.drafts.push({ id, author: by, version: 1, entry: entry.id, base: presentRevision(entry).number, content })
    },
  })
}

/** In the order in which the domain looks. */
function barredFromSending(model: Model, draft: DraftState, { kind, stale }: { kind: string; stale: boolean }) {
  if (stale) return 'CONFLICT'
  const entry = draft.entry ? entryOf(model, draft.entry) : null
  if (!isReady(model, draft.content, entry)) return 'INVALID'
  if (entry) {
    const now = presentRevision(entry)
    if (now.content.party !== draft.content.party || now.content.demand !== draft.content.demand) return 'INVALID'
    const open = openReviewOf(model, entry.id)
    if (now.number !== draft.base) return 'CONFLICT'
    if (open && (open.author !== draft.author || open.stage === 'in-review')) return 'CONFLICT'
    if (entry.publications.length > 0 && kind === 'first') return 'INVALID'
  }
  return citesWell(model, draft.content) ? null : 'INVALID'
}

export const send: MakePlan = (model, draw) => {
  const kindOf = (draft: DraftState) => {
    const published = draft.entry !== null && entryOf(model, draft.entry).publications.length > 0
    return draw.detail % 9 === 0
      ? 'first'
      : published
        ? (pick(['correction', 'recoding'] as const, draw.detail) ?? 'first')
        : 'first'
  }
  const goes = (draft: DraftState) => !barredFromSending(model, draft, { kind: kindOf(draft), stale: false })
  const chosen = chooseDraft(model, draw, goes)
  if (!chosen) return null
  const { draft, by, version } = chosen
  const kind = kindOf(draft)
  const reason = kind === 'first' || draw.detail % 8 === 0 ? null : `Because of ${draw.detail}.`
  const expected =
    barredFrom(model, by, WRITES) ??
    (kind !== 'first' && reason === null ? 'INVALID' : barredFromDraft(model, by, draft)) ??
    barredFromSending(model, draft, { kind, stale: draw.stale }) ??
    'ok'
  return asPlan({
    by,
    expected,
    ask: (actor) => sendForReview(actor, { draft: draft.id, version, kind, reason }),
    follows: ({ review, entry: id }) => {
      forget(model, draft)
      let entry = draft.entry ? entryOf(model, draft.entry) : null
      if (!entry) {
        entry = { id, ordinal: model.entries.length, version: 1, revisions: [], current: 0, publications: [] }
        model.entries.push(entry)
      }
      const number = entry.revisions.length + 1
      entry.revisions.push({ number, author: by, content: draft.content })
      entry.version++
      entry.current = number
      const open = openReviewOf(model, id)
      if (open)
        Object.assign(open, {
          ...{ revision: number, reason: reason ?? open.reason, stage: 'in-review', version: open.version + 1 },
        })
      else
        model.reviews.push({
          ...{ id: review, entry: id, revision: number, author: by, stage: 'in-review', version: 1 },
          ...(entry.publications.length > 0 ? { kind, reason } : { kind: 'first', reason: null }),
        })
    },
  })
}

export const personId = (model: Model, name: Name) => personOf(model, name).id
