import { MergeSection } from '@/components/reference/merge-section'
import type { Actor } from '@/lib/domain/account/actor'
import { listNames } from '@/lib/domain/account/names'
import { DomainError } from '@/lib/domain/error'
import { previewMerge } from '@/lib/domain/merge/preview-merge'
import { listMerges } from '@/lib/domain/merge/queries'
import type { MergedKind, MergePreview } from '@/lib/domain/merge/view'
import type { Option } from '@/lib/domain/reference/kinds'
import { mergeHere, undoMergeHere } from './actions'

type Props = {
  actor: Actor
  kind: MergedKind
  negotiation: string | null
  slug: string
  /** What the address asks to be merged into, or nothing. */
  asked: string
  others: Option[] | null
  /** Where the lists of these rows are. */
  base: string
}

/** The part of a row's page that merges it, with what that would change. */
export async function MergePanel({ actor, kind, negotiation, slug, asked, others, base }: Props) {
  const merges = await listMerges(actor, kind, negotiation, slug)
  const { preview, problem } = await previewOf(actor, { kind, negotiation, from: slug, into: asked })
  const pair = { kind, negotiation, from: slug, into: asked, entries: preview?.entries ?? 0 }
  return (
    <MergeSection
      noun={kind}
      self={slug}
      others={others}
      asked={asked}
      preview={preview}
      problem={problem}
      merges={merges}
      names={
        await listNames(
          actor,
          merges.map(({ by }) => by),
        )
      }
      merge={mergeHere.bind(null, pair, `${base}/${preview?.into.slug ?? slug}`)}
      undo={(id) => undoMergeHere.bind(null, id)}
    />
  )
}

async function previewOf(
  actor: Actor,
  pair: Parameters<typeof previewMerge>[1],
): Promise<{ preview: MergePreview | null; problem: string | null }> {
  if (pair.into === '') return { preview: null, problem: null }
  try {
    return { preview: await previewMerge(actor, pair), problem: null }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return { preview: null, problem: error.message }
  }
}
