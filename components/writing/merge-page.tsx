'use client'
import isEqual from 'fast-deep-equal'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { fieldText } from '@/components/review/content-text'
import { type DraftContent, FIELD_LABELS } from '@/lib/domain/draft/content'
import { diffThreeWays, mergeThreeWays } from '@/lib/domain/draft/merge'
import type { Outcome } from '@/lib/domain/outcome'
import '@/components/ui/plain.css'
import './writing.css'

type Props = {
  draft: { id: string; version: number; content: DraftContent }
  base: DraftContent
  /** What somebody else made of it meanwhile. */
  theirs: DraftContent
  /** The number of the revision that is theirs. */
  revision: number
  merge: (input: { id: string; version: number; content: DraftContent; revision: number }) => Promise<Outcome<unknown>>
}

/** Two people changed one entry: both texts field by field, a choice where they differ, and on one goes the draft. */
export function MergePage({ draft, base, theirs, revision, merge }: Props) {
  const router = useRouter()
  const fields = diffThreeWays(base, theirs, draft.content)
  const [chosen, setChosen] = useState<Record<string, 'mine' | 'theirs'>>({})
  const [said, setSaid] = useState<string | null>(null)
  const choiceOf = (field: keyof DraftContent): 'mine' | 'theirs' => {
    if (chosen[field]) return chosen[field]
    const merged = mergeThreeWays(base, theirs, draft.content)
    return isEqual(merged[field], draft.content[field]) ? 'mine' : 'theirs'
  }
  const result = (): DraftContent => {
    const merged: Record<string, unknown> = { ...mergeThreeWays(base, theirs, draft.content) }
    for (const [field, side] of Object.entries(chosen))
      merged[field] = (side === 'mine' ? draft.content : theirs)[field as keyof DraftContent]
    return merged as DraftContent
  }
  const go = async () => {
    const { id, version } = draft
    const answer = await merge({ id, version, content: result(), revision }).catch(() => null)
    if (!answer) return setSaid('The server does not answer. Nothing is lost; try again in a moment.')
    if (!answer.ok) {
      // What was chosen may have been chosen between other words than those that stand there now.
      setChosen({})
      setSaid(answer.message)
    }
    router.refresh()
  }
  return (
    <div className="desk-page">
      <h1 className="text-[1.75rem]">Somebody else has changed this entry</h1>
      <p className="mt-2 max-w-[74ch]">
        Since you began, another change was made. Yours is kept whole. Where only one of you changed a field that change
        is taken; where both did, choose. Afterwards you go on writing from the result.
      </p>
      <table className="plain-table folds mt-5">
        <caption className="sr-only">Both changes, field by field</caption>
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">You began from</th>
            <th scope="col">Theirs</th>
            <th scope="col">Yours</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ field, conflict }) => (
            <tr key={field}>
              <th scope="row">
                {FIELD_LABELS[field]}
                {conflict && <span className="meta block">both changed it</span>}
              </th>
              <td className="text-muted">{shown(base, field)}</td>
              {(['theirs', 'mine'] as const).map((side) => (
                <td key={side}>
                  <label className="flex items-baseline gap-2">
                    <input
                      type="radio"
                      name={field}
                      className="accent-(--accent)"
                      checked={choiceOf(field) === side}
                      onChange={() => setChosen((before) => ({ ...before, [field]: side }))}
                    />
                    <span>
                      <span className="sr-only">{side === 'mine' ? 'Yours' : 'Theirs'}: </span>
                      {shown(side === 'mine' ? draft.content : theirs, field)}
                    </span>
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {said && (
        <p role="alert" className="writing-box">
          {said}
        </p>
      )}
      <button type="button" className="control control-strong mt-5" onClick={() => void go()}>
        Go on with this
      </button>
    </div>
  )
}

function shown(content: DraftContent, field: keyof DraftContent) {
  const lines = fieldText(content, field)
  return lines.length === 0 ? <span className="meta">nothing</span> : <bdi>{lines.join(' / ')}</bdi>
}
