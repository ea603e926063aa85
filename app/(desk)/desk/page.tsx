import Link from 'next/link'
import { DeskHome } from '@/components/desk/desk-home'
import { DeskPage } from '@/components/desk/desk-page'
import { listNames } from '@/lib/domain/account/names'
import { ROLE_LABELS, roleMay } from '@/lib/domain/account/roles'
import { listDrafts } from '@/lib/domain/draft/queries'
import { countBrought } from '@/lib/domain/import/queries'
import { listTitles } from '@/lib/domain/negotiation/desk-list'
import { countWaiting, listOwn } from '@/lib/domain/review/queries'
import { listFlags } from '@/lib/domain/source/flags'
import { today } from '@/lib/domain/time/day'
import { requireActor } from '@/lib/http/signed-in'

export default async function Page() {
  const { me, actor } = await requireActor()
  const { label, meaning } = ROLE_LABELS[actor.role]
  const writes = roleMay(actor.role, 'write drafts')
  const [drafts, own, waiting, flagged, brought] = await Promise.all([
    writes ? listDrafts(actor) : null,
    writes ? listOwn(actor) : [],
    roleMay(actor.role, 'review') ? countWaiting(actor) : null,
    writes ? listFlags(actor) : { flags: [], total: 0 },
    writes ? countBrought(actor) : 0,
  ])
  return (
    <DeskPage
      title="Desk"
      lead={
        <>
          Signed in as {me.name} ({me.email}). {label}: {meaning}.
        </>
      }
    >
      <DeskHome
        drafts={drafts}
        own={own}
        waiting={waiting}
        flagged={flagged}
        today={today()}
        names={await listNames(actor, [])}
        negotiations={await listTitles(actor)}
      >
        {brought > 0 && (
          <p className="mt-9">
            <Link href="/desk/imports" className="quiet-link">
              {brought === 1 ? 'One draft' : `${brought.toLocaleString('en-GB')} drafts`} from your imports
            </Link>{' '}
            <span className="meta">not sent yet</span>
          </p>
        )}
        <p className="mt-9">
          <Link href="/desk/views" className="quiet-link">
            Views that you keep
          </Link>{' '}
          <span className="meta">with private notes</span>
        </p>
        <p className="mt-2">
          <Link href="/desk/account" className="quiet-link">
            Your account
          </Link>{' '}
          <span className="meta">name, password, second factor, where you are signed in</span>
        </p>
      </DeskHome>
    </DeskPage>
  )
}
