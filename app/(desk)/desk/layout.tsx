import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { DeskHeader } from '@/components/desk/header'
import { type Permission, roleMay } from '@/lib/domain/account/roles'
import { countWaiting } from '@/lib/domain/review/queries'
import { countProposedUndos } from '@/lib/domain/undo/queries'
import { findMe } from '@/lib/http/signed-in'
import { signOutHere } from './actions'

// Every page of the desk is made for one reader at one request, and kept by nobody.
export const dynamic = 'force-dynamic'

export const metadata: Metadata = {
  title: { default: 'Desk', template: '%s · Parley desk' },
  robots: { index: false, follow: false },
  // Addresses of the desk hold links that work once: no other site is told of them.
  referrer: 'same-origin',
}

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const me = await findMe()
  const may = (permission: Permission) => Boolean(me?.actor && roleMay(me.role, permission))
  const waiting = me?.actor ? await countWaiting(me.actor) : 0
  const undos = me?.actor && may('undo in bulk') ? await countProposedUndos(me.actor) : 0
  const places = [
    { href: '/desk', label: 'Desk', isFor: Boolean(me?.actor) },
    { href: '/desk/queue', label: 'Queue', count: waiting, isFor: may('review') },
    { href: '/desk/sources', label: 'Sources', isFor: may('read stored texts') },
    { href: '/desk/entries', label: 'Entries', isFor: may('write drafts') },
    { href: '/desk/imports', label: 'Import', isFor: may('write drafts') },
    { href: '/desk/undo', label: 'Undo', count: undos, isFor: may('undo in bulk') },
    { href: '/desk/activity', label: 'Activity', isFor: may('read the activity log') },
    { href: '/desk/negotiations', label: 'Negotiations', isFor: may('amend reference data') },
    { href: '/desk/views', label: 'Kept views', isFor: may('keep views and notes') },
    { href: '/desk/people', label: 'People', isFor: may('manage people') },
    { href: '/desk/account', label: 'Account', isFor: Boolean(me) },
    { href: '/desk/sign-in', label: 'Sign in', isFor: !me },
  ].filter(({ isFor }) => isFor)
  return (
    <>
      <a href="#content" className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-surface focus:p-3">
        Skip to the content
      </a>
      <DeskHeader me={me && { name: me.name, role: me.role }} places={places} signOut={signOutHere} />
      <main id="content" className="flex-1">
        {children}
      </main>
    </>
  )
}
