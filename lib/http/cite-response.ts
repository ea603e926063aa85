import { CITE_FORMS } from '@/lib/domain/cite/forms'
import { CITE_TYPES, cite, type Work } from '@/lib/domain/cite/rules'
import { DomainError } from '@/lib/domain/error'

/** "cite.bib" and its kin, as a file to take along. Says that there is none before the work is read. */
export async function citeResponse(file: string, read: () => Promise<Work>): Promise<Response> {
  const form = CITE_FORMS.find((one) => file === `cite.${one}`)
  if (!form) throw new DomainError('NOT_FOUND', 'There is nothing at this address.')
  const work = await read()
  return new Response(cite(work, form), {
    headers: {
      'content-type': CITE_TYPES[form],
      ...(form === 'txt' ? {} : { 'content-disposition': `attachment; filename="${work.key}.${form}"` }),
    },
  })
}
