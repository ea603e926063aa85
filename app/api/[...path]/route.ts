import { DomainError } from '@/lib/domain/error'
import { answering } from '@/lib/http/route'

export const dynamic = 'force-dynamic'

/** What is not there says so as the rest of the interface does. */
export const { GET, OPTIONS } = answering(async () => {
  throw new DomainError(
    'NOT_FOUND',
    'There is nothing at this address. The interface is described at /api and /api/v1/openapi.json.',
  )
})
