import { getTableWork } from '@/lib/domain/cite/queries'
import { citeResponse } from '@/lib/http/cite-response'
import { answering } from '@/lib/http/route'
import { readSettings } from '@/lib/settings'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ negotiation: string; day: string; known: string; file: string }> }

/** How to cite the table as of a day, as it was known on another. */
export const { GET, OPTIONS } = answering(async (_request: Request, { params }: Context) => {
  const { negotiation, day, known, file } = await params
  return citeResponse(file, () => getTableWork(negotiation, day, known, readSettings().SITE_URL))
})
