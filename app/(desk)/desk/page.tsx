import Link from 'next/link'
import { DeskPage } from '@/components/desk/desk-page'
import { ROLE_LABELS, roleMay } from '@/lib/domain/account/roles'
import { requireActor } from '@/lib/http/signed-in'

export default async function Page() {
  const { me, actor } = await requireActor()
  const { label, meaning } = ROLE_LABELS[actor.role]
  return (
    <DeskPage
      title="Desk"
      lead={
        <>
          Signed in as {me.name} ({me.email}). {label}: {meaning}.
        </>
      }
    >
      <ul className="grid gap-2">
        {roleMay(actor.role, 'manage people') && (
          <li>
            <Link href="/desk/people" className="quiet-link">
              People
            </Link>{' '}
            <span className="meta">invite, give roles, disable</span>
          </li>
        )}
        <li>
          <Link href="/desk/account" className="quiet-link">
            Your account
          </Link>{' '}
          <span className="meta">name, password, second factor, where you are signed in</span>
        </li>
      </ul>
    </DeskPage>
  )
}
