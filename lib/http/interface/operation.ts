import 'server-only'
import type { z } from 'zod'
import { DomainError, type Fault } from '@/lib/domain/error'
import { findChangedAt } from '@/lib/domain/negotiation/overview'
import { answering } from '@/lib/http/route'

type Text = Record<string, string | string[] | undefined>

/** One address of the interface: what it takes, what it gives, and how it is read. The page, the OpenAPI file and the route are made from it. */
export type Operation<P extends z.ZodObject = z.ZodObject, Q extends z.ZodObject = z.ZodObject> = {
  path: string
  summary: string
  params: P
  query: Q
  /** The media type of the answer, and its schema where it is JSON. */
  gives: { type: 'application/json'; schema: z.ZodType } | { type: 'text/csv' | 'application/jsonl' }
  read: (params: z.infer<P>, query: z.infer<Q>) => Promise<Response>
}

/** Checks what is asked, reads, and says since when the record is as it is. */
export function routeOf<P extends z.ZodObject, Q extends z.ZodObject>(operation: Operation<P, Q>) {
  return answering(async (request: Request, context: { params: Promise<Text | undefined> }) => {
    const params = operation.params.safeParse((await context.params) ?? {}) // an address without names in it has none
    if (!params.success) throw new DomainError('NOT_FOUND', 'There is nothing at this address.')
    const query = parseQuery(operation.query, new URL(request.url).searchParams)
    const response = await operation.read(params.data, query as z.infer<Q>)
    const negotiation = (params.data as Text).negotiation
    const changed = await findChangedAt(typeof negotiation === 'string' ? negotiation : null)
    if (changed) response.headers.set('last-modified', changed.toUTCString())
    return response
  })
}

/** Every fault at once: unknown names, names given twice, and values that do not fit. */
export function parseQuery<Q extends z.ZodObject>(schema: Q, given: URLSearchParams): z.infer<Q> {
  const known = Object.keys(schema.shape)
  const faults: Fault[] = []
  for (const name of new Set(given.keys())) {
    if (!known.includes(name))
      faults.push({
        at: name.slice(0, 80),
        text:
          known.length > 0
            ? `is not a parameter here: there are ${known.join(', ')}`
            : 'is not a parameter: this address takes none',
      })
    else if (given.getAll(name).length > 1)
      faults.push({ at: name, text: 'is given twice: write one, with commas where several may be named' })
  }
  const result = schema.safeParse(Object.fromEntries([...given].filter(([name]) => known.includes(name))))
  if (!result.success)
    for (const issue of result.error.issues) faults.push({ at: issue.path.join('.'), text: issue.message })
  if (faults.length > 0 || !result.success) throw new DomainError('INVALID', 'The parameters have faults.', faults)
  return result.data
}
