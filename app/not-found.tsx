import type { Metadata } from 'next'
import { NothingHere } from '@/components/site/nothing-here'
import { PublicFrame } from '@/components/site/public-frame'

export const metadata: Metadata = { title: 'Nothing at this address' }

/** Also sent, as it was built, where a page finds that it has nothing to show (lib/http/not-found-page.ts). */
export default function NotFound() {
  return (
    <PublicFrame>
      <NothingHere />
    </PublicFrame>
  )
}
