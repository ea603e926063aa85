import 'server-only'
import { appClient } from '@/lib/db/client'
import { write } from '@/lib/db/write'
import { makeLink } from './one-time-link'

/**
 * For the operator at the terminal, who stands above every role: a way back for an admin, who is enabled again where they were disabled.
 * Without such an admin, the addresses of those that there are.
 */
export async function resetAdmin(address: string): Promise<{ url: string } | { admins: string[] }> {
  const email = address.trim().toLowerCase()
  const admin = await appClient().person.findFirst({ where: { email, role: 'admin' } })
  if (!admin) {
    const admins = await appClient().person.findMany({ where: { role: 'admin' }, orderBy: { email: 'asc' } })
    return { admins: admins.map(({ email }) => email) }
  }
  return write('operator', async (transaction, note) => {
    if (admin.disabled)
      await transaction.person.update({
        where: { id: admin.id },
        data: { disabled: false, version: { increment: 1 }, updatedAt: new Date() },
      })
    const { id, url } = await makeLink(transaction, { kind: 'access', personId: admin.id, madeBy: 'operator' })
    note({ action: 'reset admin', subjectKind: 'person', subjectId: admin.id, details: { link: id } })
    return { url }
  })
}
