'use client'
import { Popover } from '@base-ui/react/popover'
import { type ReactNode, useState } from 'react'

type Props = {
  label: ReactNode
  /** Name of the popup for those who do not see it. */
  title: string
  active?: boolean
  defaultOpen?: boolean
  children: (close: () => void) => ReactNode
}

/** A button with a panel below it that holds controls. Closes on Escape and on a click elsewhere. */
export function PopoverMenu({ label, title, active, defaultOpen = false, children }: Props) {
  const [open, setOpen] = useState(defaultOpen)
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger className="control" data-active={active || undefined}>
        {label} <span aria-hidden="true">▾</span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={6} align="start" collisionPadding={8} className="z-40">
          <Popover.Popup className="popup">
            <Popover.Title className="sr-only">{title}</Popover.Title>
            {children(() => setOpen(false))}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
