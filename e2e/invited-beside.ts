import { createHash, randomBytes } from 'node:crypto'
import { withConnection } from '@/lib/db/connection'
import { openDatabase } from '@/lib/db/database'
import type { Role } from '@/lib/domain/account/roles'
import { readSettings } from '@/lib/settings'
import { DATA } from './server-address'

/** The path of an invitation, put into the database of the running server: for tests that are not about how people come in. */
export async function invitedBeside(email: string, role: Role): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const hash = createHash('sha256').update(token).digest('base64url')
  const database = await openDatabase(readSettings({ PARLEY_DATA: process.env[DATA] }))
  try {
    await withConnection(database.ownerUrl, (owner) =>
      owner.query(
        `insert into one_time_link (kind, token_hash, email, role, made_by, expires_at) values ('invitation', $1, $2, $3, 'test', now() + interval '1 hour')`,
        [hash, email, role],
      ),
    )
  } finally {
    await database.close()
  }
  return `/desk/accept/${token}`
}
