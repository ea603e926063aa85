import { type Action, ActionForm } from '@/components/form/action-form'
import { Section } from '@/components/ui/section'
import type { Sent } from '@/lib/domain/import/sent'
import type { BroughtLine, ImportPage } from '@/lib/domain/import/view'
import type { Outcome } from '@/lib/domain/outcome'
import { BroughtTable } from './brought-table'
import { ImportNumbers } from './import-numbers'
import { SendAll } from './send-all'

type Props = {
  of: ImportPage
  brought: { lines: BroughtLine[]; more: boolean }
  page: number
  send: (after: number) => Promise<Outcome<Sent>>
  takeBack: Action
  /** Where what it brought to readers can be undone; null for who may not. */
  undoAddress: string | null
}

/** What an import brought, and what is still to be done with it. */
export function ImportDone({ of, brought, page, send, takeBack, undoAddress }: Props) {
  return (
    <>
      <ImportNumbers of={of} />
      {of.waiting > 0 && (
        <Section title="Drafts that are not sent">
          <SendAll waiting={of.waiting} send={send} />
          <p className="meta my-3">Each is sent as by itself: a second person decides about every one.</p>
          <ActionForm action={takeBack} submit="Take back the drafts that are not sent" small />
        </Section>
      )}
      <Section title="What it brought">
        <BroughtTable id={of.id} lines={brought.lines} page={page} more={brought.more} />
      </Section>
      {undoAddress && (
        <p className="mt-4">
          <a href={undoAddress} className="quiet-link">
            Preview an undo of what readers see of it
          </a>
        </p>
      )}
    </>
  )
}
