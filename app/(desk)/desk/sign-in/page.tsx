import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { DeskPage } from '@/components/desk/desk-page'
import { ActionForm } from '@/components/form/action-form'
import { Field } from '@/components/form/field'
import { cookieName } from '@/lib/domain/account/visitor'
import { returnAddressOf } from '@/lib/http/return-address'
import { findMe } from '@/lib/http/signed-in'
import { signInHere, startAgain, takeStepHere } from './actions'

export const metadata: Metadata = { title: 'Sign in' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ searchParams }: Props) {
  const to = returnAddressOf((await searchParams).to) ?? '/desk'
  if (await findMe()) redirect(to)
  if ((await cookies()).has(cookieName('second-step')))
    return (
      <DeskPage title="Second step" lead="Open your authenticator and write the code that it shows for Parley.">
        <ActionForm key="second" action={takeStepHere} submit="Sign in">
          <input type="hidden" name="to" value={to} />
          <Field
            name="code"
            label="Code"
            hint="Six digits, or one of your recovery codes."
            autoComplete="one-time-code"
          />
        </ActionForm>
        <div className="mt-6">
          <ActionForm action={startAgain} submit="Begin again" small>
            <input type="hidden" name="to" value={to} />
          </ActionForm>
        </div>
      </DeskPage>
    )
  return (
    <DeskPage title="Sign in" lead="For those who write the record. To read it nobody needs an account.">
      <ActionForm key="first" action={signInHere} submit="Sign in">
        <input type="hidden" name="to" value={to} />
        <Field name="email" label="Mail address" type="email" autoComplete="username" inputMode="email" />
        <Field name="password" label="Password" type="password" autoComplete="current-password" />
      </ActionForm>
      <p className="mt-6">
        <Link href="/desk/reset" className="quiet-link" prefetch={false}>
          Choose a new password
        </Link>
      </p>
    </DeskPage>
  )
}
