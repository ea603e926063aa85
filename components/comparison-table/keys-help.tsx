'use client'
import { Dialog } from '@base-ui/react/dialog'

const KEYS = [
  ['Ctrl K, ⌘ K', 'search everything, from anywhere'],
  ['/', 'go to the field that filters the table'],
  ['← ↑ → ↓', 'move between the cells of the table'],
  ['Enter', 'open the story of a cell, or sort by a column'],
  ['Shift Enter', 'add a column as a further sort key'],
  ['Esc', 'close what is open'],
  ['← →', 'on the strip: the shift before, the shift after'],
  ['Home End', 'on the strip: the first day, the latest'],
  ['?', 'this list'],
] as const

export default function KeysHelp({ onClose }: { onClose: () => void }) {
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className="dialog">
          <Dialog.Title className="mb-3 text-xl">Keys</Dialog.Title>
          <dl className="grid grid-cols-[auto_1fr] gap-x-5 gap-y-2">
            {KEYS.map(([key, what]) => (
              <div key={what} className="contents">
                <dt>
                  <kbd className="rounded border border-line-strong px-1.5 font-sans text-sm whitespace-nowrap">
                    {key}
                  </kbd>
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
          <Dialog.Close className="control mt-5">Close</Dialog.Close>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
