import { filingOf } from '@/lib/http/interface/filing'
import { fileSourceHere } from '@/lib/http/interface/filings'
import { routeOf } from '@/lib/http/interface/operation'
import { sources } from '@/lib/http/interface/operations'

export const dynamic = 'force-dynamic'
export const { GET, OPTIONS } = routeOf(sources)
export const POST = filingOf(fileSourceHere)
