import { type Action, ActionForm } from '@/components/form/action-form'
import { Section } from '@/components/ui/section'
import type { ImportPage } from '@/lib/domain/import/view'
import { RunProgress } from './run-progress'

/** A run at work. It goes on when the page is closed. */
export function ImportRunning({ of: { id, progress, report }, cancel }: { of: ImportPage; cancel: Action }) {
  return (
    <Section title="Making drafts">
      <RunProgress id={id} done={progress} of={report?.ready ?? 0} />
      <div className="mt-4">
        <ActionForm action={cancel} submit="Cancel" small label="Cancel the import" />
      </div>
      <p className="meta mt-2">Cancelled, it leaves nothing. You may close this page meanwhile.</p>
    </Section>
  )
}
