import { getImportProgress } from '@/lib/domain/import/queries'
import { forActor } from '@/lib/http/desk-route'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ import: string }> }

/** Asked again and again while an import is at work. */
export const GET = (_: Request, { params }: Context) =>
  forActor(async (actor) => Response.json(await getImportProgress(actor, (await params).import)))
