import { getTableWork } from '@/lib/domain/cite/queries'
import { citeResponse } from '@/lib/http/cite-response'
import { answering } from '@/lib/http/route'
import { readSettings } from '@/lib/settings'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ negotiation: string; day: string; file: string }> }

/** How to cite the table as of a day: /ukraine/on/2025-12-14/cite.txt, .bib, .ris, .csl.json. */
export const { GET, OPTIONS } = answering(async (_request: Request, { params }: Context) => {
  const { negotiation, day, file } = await params
  return citeResponse(file, () => getTableWork(negotiation, day, null, readSettings().SITE_URL))
})
