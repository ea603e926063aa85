'use client'
import { lazy, type ReactNode, Suspense, useState } from 'react'

const load = () => import('./popover-menu').then((module) => ({ default: module.PopoverMenu }))
const LazyPopoverMenu = lazy(load)

type Props = { label: ReactNode; title: string; active?: boolean; children: (close: () => void) => ReactNode }

/** A popover whose code is fetched when the reader reaches for it; until then a plain button stands in its place. */
export function LazyPopover(props: Props) {
  const [live, setLive] = useState(false)
  const shell = (
    <button
      type="button"
      className="control"
      aria-haspopup="dialog"
      aria-expanded={false}
      data-active={props.active || undefined}
      onPointerEnter={load}
      onFocus={load}
      onClick={() => setLive(true)}
    >
      {props.label} <span aria-hidden="true">▾</span>
    </button>
  )
  if (!live) return shell
  return (
    <Suspense fallback={shell}>
      <LazyPopoverMenu {...props} defaultOpen />
    </Suspense>
  )
}
