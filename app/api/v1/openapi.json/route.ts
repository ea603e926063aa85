import { FILINGS } from '@/lib/http/interface/filings'
import { openApi } from '@/lib/http/interface/openapi'
import { OPERATIONS } from '@/lib/http/interface/operations'
import { answering } from '@/lib/http/route'
import { readSettings } from '@/lib/settings'

export const dynamic = 'force-dynamic'
export const { GET, OPTIONS } = answering(async () =>
  Response.json(openApi(OPERATIONS, FILINGS, readSettings().SITE_URL)),
)
