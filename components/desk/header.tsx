import Link from 'next/link'
import { type Action, ActionForm } from '@/components/form/action-form'
import { ThemeToggle } from '@/components/site/theme-toggle'
import { ROLE_LABELS, type Role } from '@/lib/domain/account/roles'
import { DeskPlaces, type Place } from './places'

type Props = {
  me: { name: string; role: Role } | null
  places: readonly Place[]
  signOut: Action
}

export function DeskHeader({ me, places, signOut }: Props) {
  return (
    <header className="no-print border-b border-line bg-surface">
      <div className="flex flex-wrap items-center gap-x-5 px-4 sm:px-6">
        <Link href="/" prefetch={false} className="py-2.5 font-serif text-xl font-semibold text-ink no-underline">
          Parley<span className="text-accent">.</span>
        </Link>
        <DeskPlaces places={places} />
        <div className="ml-auto flex items-center gap-x-3 py-1.5">
          {me && (
            <>
              <span className="meta">
                {me.name} · {ROLE_LABELS[me.role].label.toLowerCase()}
              </span>
              <ActionForm action={signOut} submit="Sign out" small />
            </>
          )}
          <ThemeToggle />
        </div>
      </div>
    </header>
  )
}
