'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'

export type Place = {
  href: string
  label: string
  /** How much waits there. */
  count?: number
}

/** The ways through the desk; the one that is open is told. On a telephone below the name of whoever is signed in. */
export function DeskPlaces({ places }: { places: readonly Place[] }) {
  const path = usePathname()
  const isOpen = (href: string) => (href === '/desk' ? path === href : path.startsWith(href))
  return (
    <nav aria-label="Desk" className="order-last flex w-full min-w-0 flex-wrap gap-x-4 xl:order-none xl:w-auto">
      {places.map(({ href, label, count }) => (
        <Link
          key={href}
          href={href}
          prefetch={false}
          aria-current={isOpen(href) ? 'page' : undefined}
          className="py-2 whitespace-nowrap text-ink no-underline hover:text-accent hover:underline aria-[current]:font-semibold"
        >
          {label}
          {count ? (
            <span className="ml-1.5 rounded-full bg-accent-soft px-2 text-[0.8125rem] font-normal">
              {count}
              <span className="sr-only"> waiting</span>
            </span>
          ) : null}
        </Link>
      ))}
    </nav>
  )
}
