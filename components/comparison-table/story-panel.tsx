'use client'
import { Dialog } from '@base-ui/react/dialog'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Story } from '@/components/story/story'
import { storyPath } from '@/lib/domain/story/address'
import type { StoryView } from '@/lib/domain/story/view'
import type { Day } from '@/lib/domain/time/day'

type Props = {
  negotiation: string
  story: { demand: string; party: string }
  asOf: Day
  known: Day | null
  onRecordOnly: boolean
  onClose: () => void
}

/** The story of a cell beside the table; over it on a phone. Closing goes back to the table as it was. */
export default function StoryPanel({ negotiation, story, asOf, known, onRecordOnly, onClose }: Props) {
  const address = storyPath(negotiation, story.demand, story.party, known)
  const [view, setView] = useState<StoryView | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  const closeButton = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    let wanted = true
    fetch(`${address}/story`)
      .then((response) => {
        if (response.status === 404) throw new Error('This negotiation has no such demand or party.')
        if (!response.ok) throw new Error('The story could not be loaded. Close the panel and open it again.')
        return response.json()
      })
      .then(
        (loaded) => wanted && setView(loaded),
        (error: Error) => wanted && setFailed(error.message),
      )
    return () => {
      wanted = false
    }
  }, [address])
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop backdrop-light" />
        <Dialog.Popup
          className="panel"
          initialFocus={closeButton}
          finalFocus={() => cellOf(story)}
          aria-label={view ? undefined : 'Story'}
        >
          <div className="panel-bar">
            <a href={address} className="quiet-link meta">
              Open as a page
            </a>
            <Dialog.Close ref={closeButton} className="control">
              Close
            </Dialog.Close>
          </div>
          {view ? (
            <Story story={view} Heading={PanelTitle} asOf={asOf} onRecordOnly={onRecordOnly} />
          ) : (
            <p className="p-6 text-muted" role="status">
              {failed ?? 'Loading the story…'}
            </p>
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

/** Back to the cell whose story it was, also where the panel came with the address. */
const cellOf = ({ demand, party }: Props['story']) =>
  document.querySelector<HTMLElement>(`tr[data-demand="${demand}"] td[data-party="${party}"] .cell-link`)

const PanelTitle = ({ children }: { children: ReactNode }) => (
  <Dialog.Title className="text-[1.375rem]">{children}</Dialog.Title>
)
