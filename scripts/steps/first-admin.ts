import type { Database } from '@/lib/db/database'
import { makeFirstAdminLink } from '@/lib/db/first-admin'
import type { Settings } from '@/lib/settings'

/** While nobody can let people in: a link for whoever reads this terminal. */
export async function showFirstAdminLink({ ownerUrl }: Database, { SITE_URL }: Settings): Promise<void> {
  const link = await makeFirstAdminLink(ownerUrl, SITE_URL)
  if (link) console.log(`  The desk has no admin yet. Whoever opens this link first becomes it:\n  ${link}\n`)
}
