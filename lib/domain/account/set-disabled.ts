import 'server-only'
import { z } from 'zod'
import { write } from '@/lib/db/write'
import { DomainError } from '@/lib/domain/error'
import { parse } from '@/lib/domain/parse'
import { type Actor, allow } from './actor'
import { changePerson } from './change-person'
import { personId, version } from './schema'

const disabledSchema = z.strictObject({ person: personId, version, disabled: z.boolean() })

/** Disables an account, from its next request on, or enables it again. What it wrote stays in the record, under its name. */
export async function setDisabled(actor: Actor, input: z.input<typeof disabledSchema>): Promise<void> {
  allow(actor, 'manage people')
  const { person, version, disabled } = parse(disabledSchema, input)
  await write(actor.id, async (transaction, note) => {
    const before = await changePerson(transaction, { id: person, version }, { disabled })
    if (before.disabled === disabled)
      throw new DomainError('CONFLICT', `This account is ${disabled ? 'disabled' : 'enabled'} already.`)
    if (disabled) {
      await transaction.session.deleteMany({ where: { personId: person } })
      await transaction.oneTimeLink.updateMany({
        where: { personId: person, usedAt: null, revokedAt: null },
        data: { revokedAt: new Date() },
      })
    }
    note({
      action: disabled ? 'disable account' : 'enable account',
      subjectKind: 'person',
      subjectId: person,
      details: {},
    })
  })
}
