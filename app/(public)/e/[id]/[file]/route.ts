import { getEntryWork } from '@/lib/domain/cite/queries'
import { citeResponse } from '@/lib/http/cite-response'
import { answering } from '@/lib/http/route'
import { readSettings } from '@/lib/settings'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ id: string; file: string }> }

/** How to cite an entry: /e/e001/cite.txt, .bib, .ris, .csl.json. */
export const { GET, OPTIONS } = answering(async (_request: Request, { params }: Context) => {
  const { id, file } = await params
  return citeResponse(file, () => getEntryWork(id, readSettings().SITE_URL))
})
