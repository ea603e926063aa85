'use client'
import { useState } from 'react'
import { type Action, ActionForm } from '@/components/form/action-form'
import { Field } from '@/components/form/field'

type Props = { isSetUp: boolean; begin: Action; confirm: Action; renew: Action; remove: Action }

const password = <Field name="password" label="Your password" type="password" autoComplete="current-password" />

/** Setting up, renewing and taking away. Once set up, its form stays until the page is left: it shows the recovery codes. */
export function SecondFactor({ isSetUp, begin, confirm, renew, remove }: Props) {
  const [wasSetUp, setWasSetUp] = useState(isSetUp)
  if (wasSetUp && !isSetUp) setWasSetUp(false)
  if (wasSetUp && isSetUp)
    return (
      <div className="grid gap-8 sm:grid-cols-2">
        <ActionForm action={renew} submit="Make new recovery codes" clears>
          {password}
        </ActionForm>
        <ActionForm action={remove} submit="Take the second factor away" clears>
          {password}
        </ActionForm>
      </div>
    )
  return (
    <div className="grid gap-8">
      <ActionForm action={begin} submit="Show the QR code" clears>
        {password}
      </ActionForm>
      <ActionForm action={confirm} submit="Confirm">
        <Field name="code" label="Code from the authenticator" inputMode="numeric" autoComplete="one-time-code" />
      </ActionForm>
    </div>
  )
}
