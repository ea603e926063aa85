import type { ReactNode } from 'react'
import { SiteFooter } from './footer'
import { SiteHeader } from './header'

/** What stands around every page for readers. */
export function PublicFrame({ children }: { children: ReactNode }) {
  return (
    <>
      <a href="#content" className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-surface focus:p-3">
        Skip to the content
      </a>
      <SiteHeader />
      <main id="content" className="flex-1">
        {children}
      </main>
      <SiteFooter />
    </>
  )
}
