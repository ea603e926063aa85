import 'server-only'
import { z } from 'zod'
import { type Transaction, write } from '@/lib/db/write'
import { DomainError } from '@/lib/domain/error'
import { parse } from '@/lib/domain/parse'
import { refusedAsNull } from './auth'
import { inTurn } from './passwords'
import { givenPassword } from './schema'
import type { SignedIn } from './signed-in'
import { oneself, takeOrRefuse } from './throttle'

export const passwordSchema = z.strictObject({ password: givenPassword })
export type Password = z.input<typeof passwordSchema>

/** A write of one's own that wants the password once more: an unlocked desk is not enough to change how somebody signs in. */
export async function withPassword<T>(
  me: SignedIn,
  input: Password,
  action: string,
  work: (transaction: Transaction, password: string) => Promise<T>,
): Promise<T> {
  const { password } = parse(passwordSchema, input)
  await takeOrRefuse(oneself(me.id))
  return inTurn(true, () =>
    write(me.id, async (transaction, note) => {
      const done = await refusedAsNull(work(transaction, password))
      if (!done)
        throw new DomainError('INVALID', 'Nothing was changed.', [
          { at: 'password', text: 'This is not your password.' },
        ])
      note({ action, subjectKind: 'person', subjectId: me.id, details: {} })
      return done
    }),
  )
}
