import { type Action, ActionForm } from '@/components/form/action-form'
import { Field } from '@/components/form/field'
import { Section } from '@/components/ui/section'
import { REASON_LENGTH } from '@/lib/domain/review/kinds'
import type { UndoPreview } from '@/lib/domain/undo/view'
import { countsText, scopeText } from './scope-text'
import { previewAddress } from './undo-address'
import { UndoLines } from './undo-lines'

type Props = { preview: UndoPreview; names: Record<string, string>; propose: Action }

/** What undoing would do, and the way to ask a second person for it. */
export function PreviewOfUndo({ preview, names, propose }: Props) {
  const { scope, counts } = preview
  const changes = counts.correction + counts.withdrawal
  return (
    <>
      <Section title="Preview">
        <p>{scopeText(scope, names)}:</p>
        <p className="mt-1 font-semibold" role="status">
          {countsText(counts)}
        </p>
        {changes > 0 && (
          <div className="mt-4">
            <ActionForm action={propose} submit="Propose to undo this">
              <Field
                prose
                required
                name="reason"
                label="Reason"
                rows={2}
                hint={`Readers see it with each entry under Corrections, up to ${REASON_LENGTH} characters. A second person decides; until then nothing changes.`}
              />
            </ActionForm>
          </div>
        )}
      </Section>
      <UndoLines {...preview} names={names} addressOf={(page) => previewAddress(scope, page)} />
    </>
  )
}
