// npm run reset-admin -- ADDRESS
import { OperatorError } from '@/lib/operator-error'
import { ensureClient } from './steps/client'

const USAGE = 'Usage: npm run reset-admin -- ADDRESS (the mail address of an admin who cannot sign in any more)'

await ensureClient()
// Only now: they need the client.
const { resetAdmin } = await import('@/lib/domain/account/reset-admin')
const { runCommand, withRecord } = await import('./steps/command')

await runCommand(() => {
  const [address, ...more] = process.argv.slice(2)
  if (!address || more.length > 0) throw new OperatorError(USAGE)
  return withRecord(async () => {
    const made = await resetAdmin(address)
    if ('admins' in made)
      throw new OperatorError(`There is no admin "${address}". The admins: ${made.admins.join(', ') || 'none yet'}.`)
    console.log(
      `With this link ${address} sets a new password, and then a new second factor, within a day:\n${made.url}`,
    )
    return 0
  })
})
