import 'server-only'
import { createHmac } from 'node:crypto'
import { appClient } from '@/lib/db/client'
import { DomainError } from '@/lib/domain/error'

/** So many tries in so many seconds, under a name. Kept in the database, because several processes serve one site. */
export type Bucket = { name: string; most: number; seconds: number }

const MINUTE = 60
const HOUR = 60 * MINUTE

/** All who try one account from browsers that it has never seen, together. */
export const strangersAt = (email: string): Bucket => ({ name: `strangers ${email}`, most: 10, seconds: HOUR })
/** One browser in which the owner of the account has signed in before. */
export const deviceAt = (email: string, device: string): Bucket => ({
  name: `device ${email} ${device}`,
  most: 10,
  seconds: 15 * MINUTE,
})
export const addressAt = (network: string): Bucket => ({ name: `address ${network}`, most: 30, seconds: 15 * MINUTE })
/** Somebody signed in who types their own password once more. */
export const oneself = (person: string): Bucket => ({ name: `oneself ${person}`, most: 10, seconds: 15 * MINUTE })
export const mailTo = (email: string): Bucket => ({ name: `mail ${email}`, most: 5, seconds: HOUR })
export const mailFrom = (network: string): Bucket => ({ name: `mail from ${network}`, most: 20, seconds: HOUR })
/** Links are too long to be guessed; this keeps those who try anyhow from costing much. */
export const linksFrom = (network: string): Bucket => ({ name: `links ${network}`, most: 30, seconds: 15 * MINUTE })

/** Scripts with a wrong token. */
export const tokensFrom = (network: string): Bucket => ({ name: `tokens ${network}`, most: 60, seconds: 15 * MINUTE })
/** What one token may ask for in a minute. */
export const filedWith = (token: number): Bucket => ({ name: `filed with ${token}`, most: 60, seconds: MINUTE })

/** Counts a try before it is made, so that a thousand at the same moment are counted too; false when it is one too many. */
export async function take(bucket: Bucket): Promise<boolean> {
  const db = appClient()
  const [row] = await db.$queryRaw<{ tries: number }[]>`
    insert into attempt as a (bucket, tries, ends_at) values (${nameOf(bucket)}, 1, now() + make_interval(secs => ${bucket.seconds}))
    on conflict (bucket) do update set
      tries = case when a.ends_at <= now() then 1 else a.tries + 1 end,
      ends_at = case when a.ends_at <= now() then excluded.ends_at else a.ends_at end
    returning tries`
  const tries = row?.tries ?? 1
  // What is over is swept by those who come anew, so that nothing has to run on its own.
  if (tries === 1)
    await db.$executeRaw`delete from attempt where bucket in
      (select bucket from attempt where ends_at < now() order by ends_at limit 50 for update skip locked)`
  return tries <= bucket.most
}

export async function takeOrRefuse(bucket: Bucket): Promise<void> {
  if (!(await take(bucket)))
    throw new DomainError('BUSY', 'This was tried too often. Wait a quarter of an hour, then try again.')
}

/** A try that was right was no guess: those who sign in often are not slowed. */
export async function giveBack(bucket: Bucket): Promise<void> {
  await appClient().$executeRaw`update attempt set tries = greatest(tries - 1, 0) where bucket = ${nameOf(bucket)}`
}

/** Who has shown to be the owner starts afresh, however often they mistyped before. */
export async function forget(bucket: Bucket): Promise<void> {
  await appClient().attempt.deleteMany({ where: { bucket: nameOf(bucket) } })
}

/** Mail and network addresses are not kept in clear where anybody may have typed them. */
const nameOf = ({ name }: Bucket): string =>
  createHmac('sha256', process.env.AUTH_SECRET ?? '')
    .update(name)
    .digest('base64url')
