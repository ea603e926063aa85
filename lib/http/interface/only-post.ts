import { DomainError } from '@/lib/domain/error'
import { answering } from '@/lib/http/route'

/** Where scripts only file there is nothing to read; the entries are read under their negotiation. */
export const onlyPost = answering(async () => {
  throw new DomainError('NOT_FOUND', 'There is nothing to read here: this address takes POST, with a token.')
})
