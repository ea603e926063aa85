import 'server-only'
import { appClient } from '@/lib/db/client'

export type Answer = { status: number; answer: string; location: string | null }
type Asked = { tokenId: number; key: string; asked: string }

export type Claim =
  | { state: 'new' }
  | { state: 'answered'; answer: Answer }
  /** The same is being answered at this moment. */
  | { state: 'busy' }
  /** The key stands for something else. */
  | { state: 'other' }

/** Whoever asked and was cut off by a crash is not kept waiting for longer. What was written is recognised when it is asked again. */
const LONGEST_MS = 120_000

/** Takes a key for a question, before it is answered. Of two at once one is let in. Answers are forgotten after a day. */
export async function claimKey({ tokenId, key, asked }: Asked): Promise<Claim> {
  const db = appClient()
  await db.$executeRaw`delete from filing_answer where (token_id, key) in
    (select token_id, key from filing_answer where begun_at < now() - interval '1 day' order by begun_at limit 50 for update skip locked)`
  const at = { tokenId_key: { tokenId, key } }
  const { count } = await db.filingAnswer.createMany({ data: { tokenId, key, asked }, skipDuplicates: true })
  if (count === 1) return { state: 'new' }
  const known = await db.filingAnswer.findUnique({ where: at })
  if (!known) return { state: 'busy' }
  if (known.asked !== asked) return { state: 'other' }
  if (known.status !== null)
    return { state: 'answered', answer: { status: known.status, answer: known.answer ?? '', location: known.location } }
  if (Date.now() - known.begunAt.getTime() < LONGEST_MS) return { state: 'busy' }
  const { count: taken } = await db.filingAnswer.updateMany({
    where: { tokenId, key, status: null, begunAt: known.begunAt },
    data: { begunAt: new Date() },
  })
  return { state: taken === 1 ? 'new' : 'busy' }
}

export async function keepAnswer({ tokenId, key }: Omit<Asked, 'asked'>, answer: Answer): Promise<void> {
  await appClient().filingAnswer.updateMany({ where: { tokenId, key, status: null }, data: answer })
}

/** What was refused is not kept: mended elsewhere, the same may be asked again. */
export async function forgetClaim({ tokenId, key }: Omit<Asked, 'asked'>): Promise<void> {
  await appClient().filingAnswer.deleteMany({ where: { tokenId, key, status: null } })
}
