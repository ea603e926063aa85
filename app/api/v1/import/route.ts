import { filingOf } from '@/lib/http/interface/filing'
import { fileTableHere } from '@/lib/http/interface/filings'
import { onlyPost } from '@/lib/http/interface/only-post'

export const dynamic = 'force-dynamic'
export const POST = filingOf(fileTableHere)
export const { GET, OPTIONS } = onlyPost
