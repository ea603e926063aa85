import 'server-only'
import { z } from 'zod'
import { appClient } from '@/lib/db/client'
import { write } from '@/lib/db/write'
import { parse } from '@/lib/domain/parse'
import { sendMail } from '@/lib/mail/send-mail'
import { makeLink } from './one-time-link'
import { email } from './schema'
import { mailFrom, mailTo, take, takeOrRefuse } from './throttle'
import type { Visitor } from './visitor'

const requestSchema = z.strictObject({ email })

/**
 * Mails a link for a new password to whoever has an account under this address. Known or not, the answer is the same and comes at the
 * same time: what differs is done in `later`, after the answer. Links asked for earlier go on working, so that nobody can take the
 * owner's away by asking again.
 */
export async function requestPassword(
  visitor: Visitor,
  input: z.input<typeof requestSchema>,
): Promise<{ later: () => Promise<void> }> {
  const { email } = parse(requestSchema, input)
  await takeOrRefuse(mailFrom(visitor.network))
  const mayMail = await take(mailTo(email))
  return {
    later: async () => {
      const person = await appClient().person.findUnique({ where: { email, disabled: false } })
      if (!person || !mayMail) return
      const url = await write('nobody', async (transaction, note) => {
        const link = await makeLink(transaction, { kind: 'password', personId: person.id, madeBy: null })
        note({
          action: 'ask for a new password',
          subjectKind: 'person',
          subjectId: person.id,
          details: { link: link.id },
        })
        return link.url
      })
      await sendMail({
        to: email,
        subject: 'A new password for Parley',
        text: `Somebody, perhaps you, asked for a new password for Parley.\n\nChoose it here, within an hour:\n${url}\n\nIf it was not you, you need do nothing: your password stays.\n`,
      })
    },
  }
}
