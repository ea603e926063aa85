import Link from 'next/link'
import { PaletteButton } from '@/components/search/palette-button'
import { ThemeToggle } from './theme-toggle'

const PLACES = [
  { href: '/', label: 'Compare' },
  { href: '/data', label: 'Data' },
  { href: '/method', label: 'Method' },
]

export function SiteHeader() {
  return (
    <header className="no-print border-b border-line bg-surface">
      <div className="mx-auto flex max-w-[90rem] items-center gap-x-4 px-4 sm:gap-x-6 sm:px-6 lg:px-10">
        <Link
          href="/"
          prefetch={false}
          className="py-3 font-serif text-[1.4375rem] font-semibold text-ink no-underline"
        >
          Parley<span className="text-accent">.</span>
        </Link>
        <nav aria-label="Main" className="flex min-w-0 gap-x-4 overflow-x-auto sm:gap-x-5">
          {PLACES.map(({ href, label }) => (
            <Link
              key={href}
              href={href}
              prefetch={false}
              className="py-3.5 whitespace-nowrap text-ink no-underline hover:text-accent hover:underline"
            >
              {label}
            </Link>
          ))}
        </nav>
        <div className="ml-auto flex items-center gap-x-2 sm:gap-x-3">
          {/* Not a Link: the desk's pages come with a policy of their own, which a page that is only exchanged would not get. */}
          <a href="/desk" className="py-3.5 whitespace-nowrap text-ink no-underline hover:text-accent hover:underline">
            Sign in
          </a>
          <PaletteButton />
          <ThemeToggle />
        </div>
      </div>
    </header>
  )
}
