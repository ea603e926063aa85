import { routeOf } from '@/lib/http/interface/operation'
import { chainJsonl } from '@/lib/http/interface/operations'

export const dynamic = 'force-dynamic'
export const { GET, OPTIONS } = routeOf(chainJsonl)
