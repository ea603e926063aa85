import { formatMoment } from '@/lib/domain/time/moment'
import { UNDO_STAGE_LABELS } from '@/lib/domain/undo/kinds'
import type { UndoView } from '@/lib/domain/undo/view'
import { countsText, scopeText } from './scope-text'
import { UndoActions, type UndoDecisions } from './undo-actions'
import { previewAddress } from './undo-address'
import { UndoLines } from './undo-lines'

type Props = { undo: UndoView; names: Record<string, string>; decisions: UndoDecisions }

/** One undo with all that is needed to decide about it; once done, with what it did and the way to take it back. */
export function UndoPage({ undo, names, decisions }: Props) {
  const name = (id: string) => names[id] ?? id
  const { id, stage, isStale, isOwn, ownLines } = undo
  const isOpen = stage === 'proposed'
  return (
    <div className="desk-page">
      <p className="meta">
        Undo {id} · {UNDO_STAGE_LABELS[stage]} · proposed by {name(undo.proposedBy)}, {formatMoment(undo.proposedAt)}
      </p>
      <h1 className="mt-1 text-[1.75rem]">{scopeText(undo.scope, names)}</h1>
      <p className="mt-2">
        Reason for readers: <bdi>{undo.reason}</bdi>
      </p>
      <p className="mt-1 font-semibold">{countsText(undo.counts, stage === 'done')}</p>
      {undo.decidedBy && undo.decidedAt && (
        <p className="mt-1">
          {UNDO_STAGE_LABELS[stage]}: {name(undo.decidedBy)}, {formatMoment(undo.decidedAt)}
        </p>
      )}
      {undo.note && <p className="remark">{undo.note}</p>}
      {stage === 'done' && (
        <p className="mt-3">
          {undo.undoneBy === null ? (
            <a href={previewAddress({ kind: 'undo', undo: id })} className="control no-underline">
              Undo this undo
            </a>
          ) : (
            <a href={`/desk/undo/${undo.undoneBy}`} className="quiet-link">
              Undo {undo.undoneBy} takes it back
            </a>
          )}
        </p>
      )}
      {isOpen && (
        <ul className="mt-3 space-y-1" aria-label="Checks">
          {isStale ? (
            <li>
              ✗ the record has changed since this was proposed: nothing can be undone by it.{' '}
              <a href={previewAddress(undo.scope)} className="quiet-link">
                Preview it anew
              </a>
            </li>
          ) : (
            <li>✓ readers still see what they saw when it was proposed</li>
          )}
          <li>{isOwn ? '✗ you proposed it: a second person decides' : '✓ somebody else proposed it'}</li>
          {ownLines > 0 && <li>✗ you wrote {ownLines} of the states that would come back: somebody else approves</li>}
        </ul>
      )}
      {isOpen && (
        <UndoActions
          undo={{ id, version: undo.version }}
          may={{ approve: !isOwn && !isStale && ownLines === 0, reject: !isOwn, retract: isOwn }}
          decisions={decisions}
        />
      )}
      <UndoLines
        {...undo}
        names={names}
        isDone={stage === 'done'}
        addressOf={(page) => `/desk/undo/${id}${page > 0 ? `?page=${page}` : ''}`}
      />
    </div>
  )
}
