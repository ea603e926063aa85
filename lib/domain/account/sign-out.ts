import 'server-only'
import { write } from '@/lib/db/write'
import { authOn } from './auth'
import { cookiesFrom, type SetCookie } from './set-cookie'
import type { SignedIn } from './signed-in'
import { headersOf, type Visitor } from './visitor'

/** Ends the session of this browser. Works for everybody who is signed in, also while a second factor is missing. */
export async function signOut(visitor: Visitor, { id }: SignedIn): Promise<SetCookie[]> {
  return write(id, async (transaction, note) => {
    const { headers } = await authOn(transaction).api.signOut({ headers: headersOf(visitor), returnHeaders: true })
    note({ action: 'sign out', subjectKind: 'person', subjectId: id, details: {} })
    return cookiesFrom(headers)
  })
}
