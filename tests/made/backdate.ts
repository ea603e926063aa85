import type pg from 'pg'
import { suspendRules } from '@/lib/db/backup/suspend-rules'
import { withConnection } from '@/lib/db/connection'

/**
 * Makes everything that was published and stated so far a number of days older, as if it had happened then; of one negotiation, where it is
 * named. The chain does not survive it.
 */
export async function backdate(
  { ownerUrl }: { ownerUrl: string },
  days: number,
  negotiation: string | null = null,
): Promise<void> {
  await withConnection(ownerUrl, async (owner: pg.Client) => {
    await owner.query('begin')
    const restore = await suspendRules(owner)
    const here = `($1::text is null or negotiation_id = (select id from negotiation where slug = $1))`
    const back = `- make_interval(days => ${days})`
    await owner.query(`update publication set published_at = published_at ${back} where ${here}`, [negotiation])
    await owner.query(
      `update reference_state set stated_at = stated_at ${back} where negotiation_id is null or ${here}`,
      [negotiation],
    )
    await restore()
    await owner.query('commit')
  })
}
