import 'server-only'
import { appClient } from '@/lib/db/client'
import { type Actor, allow } from '@/lib/domain/account/actor'

/** The negotiations in which a source is used. */
export async function listUses(actor: Actor, source: string): Promise<{ slug: string; title: string }[]> {
  allow(actor, 'write drafts')
  const rows = await appClient().negotiationSource.findMany({
    where: { source: { slug: source } },
    include: { negotiation: true },
    orderBy: { negotiationId: 'asc' },
  })
  return rows.map(({ negotiation }) => ({ slug: negotiation.slug, title: negotiation.title }))
}
