import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/domain/account/actor'
import { requireEnrolled } from '@/lib/domain/account/require-enrolled'
import { findSignedIn } from '@/lib/domain/account/signed-in'
import { DomainError } from '@/lib/domain/error'
import { today } from '@/lib/domain/time/day'
import { siteUrl } from '@/lib/site-url'
import { csvStream } from './csv'
import { isSameOrigin } from './same-origin'
import { currentVisitor } from './visitor'

/** The columns of a file: their heads, and how a cell is read from a row. */
export type Columns<Row> = Parameters<typeof csvStream<Row>>[0]

const STATUS: Partial<Record<DomainError['code'], number>> = { SIGNED_OUT: 401, FORBIDDEN: 403, NOT_FOUND: 404 }

/**
 * A file that a form of the desk asks for, sent as it is read. `rows` leaves its audit row before it resolves, and the first rows are
 * read before any header leaves, so that what is refused is refused with its status.
 */
export function deskDownload<Row>(
  name: string,
  columns: Columns<Row>,
  rows: (actor: Actor, form: FormData) => Promise<AsyncGenerator<readonly Row[]>>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      if (!isSameOrigin(Object.fromEntries(request.headers), siteUrl()))
        throw new DomainError('FORBIDDEN', 'This was not sent by a page of this site.')
      const me = await findSignedIn(await currentVisitor())
      if (!me) throw new DomainError('SIGNED_OUT', 'You are signed out. Sign in, then ask for the file again.')
      const pages = await rows(requireEnrolled(me), await request.formData())
      const first = await pages.next()
      return new Response(csvStream(columns, pages, first.done ? [] : first.value), {
        headers: {
          'content-type': 'text/csv; charset=utf-8; header=present',
          'content-disposition': `attachment; filename="${name}-${today()}.csv"`,
          'cache-control': 'no-store',
        },
      })
    } catch (error) {
      if (error instanceof DomainError) return inWords(STATUS[error.code] ?? 400, error.message)
      const id = randomUUID()
      console.error(id, error)
      return inWords(
        500,
        `The file could not be made, and the fault is ours. If you tell us of it, give this number: ${id}`,
      )
    }
  }
}

const inWords = (status: number, text: string) =>
  new Response(`${text}\n`, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  })
