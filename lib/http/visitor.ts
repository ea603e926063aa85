import 'server-only'
import { cookies, headers } from 'next/headers'
import type { Visitor } from '@/lib/domain/account/visitor'
import { CLIENT_ADDRESS } from './client-address'
import { networkOf } from './rate-limit'

/** The visitor behind the request at hand. */
export async function currentVisitor(): Promise<Visitor> {
  const given = await headers()
  // Not the header: a page that is made anew after an action must see the cookies that the action has set.
  const pairs = (await cookies()).getAll().map(({ name, value }) => `${name}=${encodeURIComponent(value)}`)
  const address = given.get(CLIENT_ADDRESS) ?? ''
  return {
    address,
    network: networkOf(address),
    userAgent: (given.get('user-agent') ?? '').slice(0, 300),
    cookies: pairs.join('; '),
  }
}
