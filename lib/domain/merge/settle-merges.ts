import 'server-only'
import { Prisma } from '@/lib/db/generated/client'
import type { Transaction } from '@/lib/db/write'
import type { MergedKind } from './view'

/**
 * Makes every row of a kind point at what stands for it in the end: A merged into B, B merged into C, so A at C. Undone, A points at B again.
 * The database moves the entries of a party by itself.
 */
export async function settleMerges(transaction: Transaction, kind: MergedKind): Promise<void> {
  await transaction.$executeRaw`
    with recursive lead as (
      select from_id as id, into_id as top from merge where kind = ${kind} and undone_at is null
      union
      select l.id, m.into_id from lead l join merge m on m.kind = ${kind} and m.undone_at is null and m.from_id = l.top
    ), settled as (
      select l.id, l.top from lead l
      where not exists (select from merge m where m.kind = ${kind} and m.undone_at is null and m.from_id = l.top)
    )
    update ${Prisma.raw(kind)} t set merged_into_id = n.top
    from (
      select r.id, s.top from ${Prisma.raw(kind)} r left join settled s on s.id = r.id
      where r.merged_into_id is distinct from s.top
    ) n where t.id = n.id`
}
