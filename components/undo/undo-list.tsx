import { Section } from '@/components/ui/section'
import { formatMoment } from '@/lib/domain/time/moment'
import { UNDO_STAGE_LABELS } from '@/lib/domain/undo/kinds'
import type { UndoSummary } from '@/lib/domain/undo/view'
import { count, scopeText } from './scope-text'
import '@/components/ui/plain.css'

type Props = { waiting: UndoSummary[]; decided: UndoSummary[]; names: Record<string, string> }

export function UndoList({ waiting, decided, names }: Props) {
  return (
    <>
      <Section title="Waiting for a second person">
        {waiting.length === 0 ? (
          <p className="text-muted">Nothing waits.</p>
        ) : (
          <Table undos={waiting} names={names} caption="Proposals, longest first" />
        )}
      </Section>
      <Section title="Decided">
        {decided.length === 0 ? (
          <p className="text-muted">Nothing has been undone so far.</p>
        ) : (
          <Table undos={decided} names={names} caption="Decided, newest first" />
        )}
      </Section>
    </>
  )
}

function Table({ undos, names, caption }: { undos: UndoSummary[]; names: Record<string, string>; caption: string }) {
  const name = (id: string) => names[id] ?? id
  return (
    <table className="plain-table folds">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Entries</th>
          <th scope="col">Proposed</th>
          <th scope="col">Stands</th>
        </tr>
      </thead>
      <tbody>
        {undos.map((undo) => (
          <tr key={undo.id}>
            <th scope="row" className="font-normal">
              <a href={`/desk/undo/${undo.id}`} className="quiet-link font-semibold">
                {undo.id}. {scopeText(undo.scope, names)}
              </a>
              <span className="meta block">
                <bdi>{undo.reason}</bdi>
              </span>
            </th>
            <td className="whitespace-nowrap">{count(undo.entries, 'entry', 'entries')}</td>
            <td>
              {name(undo.proposedBy)} <span className="meta block">{formatMoment(undo.proposedAt)}</span>
            </td>
            <td>
              {UNDO_STAGE_LABELS[undo.stage]}
              {undo.decidedBy && undo.decidedAt && (
                <span className="meta block">
                  {name(undo.decidedBy)}, {formatMoment(undo.decidedAt)}
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
