import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { siteUrl } from '@/lib/site-url'
import { fontVariables } from './fonts'
import './globals.css'

export const metadata: Metadata = {
  metadataBase: new URL(siteUrl()),
  title: { default: 'Parley', template: '%s · Parley' },
  description: 'Who wants what in a peace negotiation, since when, and who says so.',
}

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfaf6' },
    { media: '(prefers-color-scheme: dark)', color: '#12161b' },
  ],
}

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" className={fontVariables} suppressHydrationWarning>
      <head>
        {/* Not deferred: it must run before the first paint. An own file, so that no inline script needs a permission. */}
        {/* biome-ignore lint/performance/noSyncScripts: see above */}
        <script src="/theme.js" />
      </head>
      <body>
        <div className="isolate flex min-h-dvh flex-col">{children}</div>
      </body>
    </html>
  )
}
