import { routeOf } from '@/lib/http/interface/operation'
import { shifts } from '@/lib/http/interface/operations'

export const dynamic = 'force-dynamic'
export const { GET, OPTIONS } = routeOf(shifts)
