import 'server-only'
import { z } from 'zod'
import { write } from '@/lib/db/write'
import { DomainError } from '@/lib/domain/error'
import { parse } from '@/lib/domain/parse'
import { type Actor, allow } from './actor'
import { type HandedOver, handOver } from './hand-over'
import { makeLink } from './one-time-link'
import { personId } from './schema'

const accessSchema = z.strictObject({ person: personId })

/** A link for somebody who lost their password, their second factor, or both: it sets the one and takes the other away. */
export async function giveAccess(actor: Actor, input: z.input<typeof accessSchema>): Promise<HandedOver> {
  allow(actor, 'manage people')
  const wanted = parse(accessSchema, input)
  const { url, to } = await write(actor.id, async (transaction, note) => {
    const person = await transaction.person.findUnique({ where: { id: wanted.person } })
    if (!person) throw new DomainError('NOT_FOUND', 'There is no such account.')
    if (person.disabled) throw new DomainError('CONFLICT', 'This account is disabled. Enable it first.')
    const link = await makeLink(transaction, { kind: 'access', personId: person.id, madeBy: actor.id })
    note({ action: 'give access', subjectKind: 'person', subjectId: person.id, details: { link: link.id } })
    return { url: link.url, to: person.email }
  })
  return handOver(url, {
    to,
    subject: 'Your way back into Parley',
    text: `${actor.name} made a link for you to choose a new password, and to set up your second factor anew.\n\nUse it within a day:\n${url}\n`,
  })
}
