import { createHash, randomBytes } from 'node:crypto'
import { withConnection } from './connection'

/**
 * A link that makes the first admin, while there is none; null when there is one. Each call takes earlier links back, so that one in
 * an old log opens nothing. For the start, which runs before any of the domain can be loaded.
 */
export async function makeFirstAdminLink(ownerUrl: string, siteUrl: string): Promise<string | null> {
  const token = randomBytes(32).toString('base64url')
  const hash = createHash('sha256').update(token).digest('base64url')
  return withConnection(ownerUrl, async (owner) => {
    const { rowCount } = await owner.query(
      `with revoked as (
         update one_time_link set revoked_at = now() where kind = 'first-admin' and used_at is null and revoked_at is null)
       insert into one_time_link (kind, token_hash, role)
         select 'first-admin', $1, 'admin' where not exists (select from person where role = 'admin' and not disabled)`,
      [hash],
    )
    return rowCount ? `${siteUrl}/desk/accept/${token}` : null
  })
}
