import { routeOf } from '@/lib/http/interface/operation'
import { chain } from '@/lib/http/interface/operations'

export const dynamic = 'force-dynamic'
export const { GET, OPTIONS } = routeOf(chain)
