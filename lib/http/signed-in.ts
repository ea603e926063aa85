import 'server-only'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import type { Actor } from '@/lib/domain/account/actor'
import { findSignedIn, type SignedIn } from '@/lib/domain/account/signed-in'
import { WANTED_PAGE } from './client-address'
import { signInAddress } from './return-address'
import { currentVisitor } from './visitor'

/** Who is signed in, asked of the database once for each request. */
export const findMe = cache(async (): Promise<SignedIn | null> => findSignedIn(await currentVisitor()))

/** For a page that wants somebody signed in, whether or not they may act yet; who is not comes back to it afterwards. */
export async function requireMe(): Promise<SignedIn> {
  return (await findMe()) ?? redirect(signInAddress((await headers()).get(WANTED_PAGE)))
}

/** For every other page of the desk: whose second factor is missing is led to set it up. */
export async function requireActor(): Promise<{ me: SignedIn; actor: Actor }> {
  const me = await requireMe()
  return { me, actor: me.actor ?? redirect('/desk/account') }
}
