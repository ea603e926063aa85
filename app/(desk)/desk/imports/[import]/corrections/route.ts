import { correctionLines } from '@/lib/domain/import/corrections'
import { getCorrections } from '@/lib/domain/import/queries'
import { csvLines } from '@/lib/http/csv'
import { forActor } from '@/lib/http/desk-route'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ import: string }> }

/** The rows with faults as a table, the faults beside them; with a byte order mark, by which spreadsheets know UTF-8. */
export const GET = (_: Request, { params }: Context) =>
  forActor(async (actor) => {
    const corrections = await getCorrections(actor, (await params).import)
    return new Response(`\uFEFF${csvLines(correctionLines(corrections))}`, {
      headers: {
        'content-type': 'text/csv; charset=utf-8; header=present',
        'content-disposition': 'attachment; filename="corrections.csv"',
      },
    })
  })
