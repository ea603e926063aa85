import 'server-only'
import { notFound, permanentRedirect } from 'next/navigation'
import { findPresentAddress } from '@/lib/domain/address/queries'

/** For a page that is not there: leads on where its address was another's name once, or is that of something merged; else a 404. */
export async function orMoved(address: string): Promise<never> {
  const present = await findPresentAddress(address)
  if (present) permanentRedirect(present)
  notFound()
}
