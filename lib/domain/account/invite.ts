import 'server-only'
import { z } from 'zod'
import { write } from '@/lib/db/write'
import { DomainError } from '@/lib/domain/error'
import { parse } from '@/lib/domain/parse'
import { type Actor, allow } from './actor'
import { type HandedOver, handOver } from './hand-over'
import { makeLink } from './one-time-link'
import { ROLE_LABELS } from './roles'
import { email, role } from './schema'

const inviteSchema = z.strictObject({ email, role })

/** Invites somebody with a role, by mail where there is a mail server. An open invitation to the same address is taken back. */
export async function invite(actor: Actor, input: z.input<typeof inviteSchema>): Promise<HandedOver> {
  allow(actor, 'manage people')
  const wanted = parse(inviteSchema, input)
  const url = await write(actor.id, async (transaction, note) => {
    if (await transaction.person.findUnique({ where: { email: wanted.email } }))
      throw new DomainError('CONFLICT', 'Somebody with this address has an account. Change their role instead.', [
        { at: 'email', text: 'This address has an account.' },
      ])
    await transaction.oneTimeLink.updateMany({
      where: { kind: 'invitation', email: wanted.email, usedAt: null, revokedAt: null },
      data: { revokedAt: new Date() },
    })
    const link = await makeLink(transaction, { kind: 'invitation', ...wanted, madeBy: actor.id })
    note({ action: 'invite', subjectKind: 'link', subjectId: String(link.id), details: { role: wanted.role } })
    return link.url
  })
  return handOver(url, {
    to: wanted.email,
    subject: 'Your invitation to Parley',
    text: `${actor.name} invites you to Parley as ${ROLE_LABELS[wanted.role].label.toLowerCase()}.\n\nChoose your password here, within seven days:\n${url}\n\nIf you do not know what this is about, you need do nothing.\n`,
  })
}
