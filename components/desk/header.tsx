import Link from 'next/link'
import { type Action, ActionForm } from '@/components/form/action-form'
import { ThemeToggle } from '@/components/site/theme-toggle'
import { ROLE_LABELS, type Role } from '@/lib/domain/account/roles'

type Props = {
  me: { name: string; role: Role } | null
  places: readonly { href: string; label: string }[]
  signOut: Action
}

export function DeskHeader({ me, places, signOut }: Props) {
  return (
    <header className="no-print border-b border-line bg-surface">
      <div className="flex flex-wrap items-center gap-x-5 px-4 sm:px-6">
        <Link href="/" prefetch={false} className="py-2.5 font-serif text-xl font-semibold text-ink no-underline">
          Parley<span className="text-accent">.</span>
        </Link>
        <nav aria-label="Desk" className="flex min-w-0 flex-wrap gap-x-4">
          {places.map(({ href, label }) => (
            <Link
              key={href}
              href={href}
              prefetch={false}
              className="py-2 whitespace-nowrap text-ink no-underline hover:text-accent hover:underline"
            >
              {label}
            </Link>
          ))}
        </nav>
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
