'use client'
import { type FormEvent, type ReactNode, startTransition, useActionState, useEffect, useId, useRef } from 'react'
import { type FormState, QUIET } from '@/lib/http/form-state'
import { Faults } from './faults'
import './form.css'
import { ShownOnce } from './shown-once'

export type Action = (before: FormState, form: FormData) => Promise<FormState>

type Props = {
  action: Action
  /** The words on the button. */
  submit: string
  children?: ReactNode
  /** A button among others, in a row of a table. */
  small?: boolean
  /** Said to those who cannot see which row the button stands in. */
  label?: string
  /** Emptied when it worked: passwords, an invitation. */
  clears?: boolean
}

/** A form that calls an action and says beside each field what was wrong. What was typed stays, until it worked. */
export function ActionForm({ action, submit, children, small = false, label, clears = false }: Props) {
  const [state, send, isPending] = useActionState(action, QUIET)
  const form = useRef<HTMLFormElement>(null)
  const said = useRef<HTMLDivElement>(null)
  const saidId = useId()

  useEffect(() => {
    if (state.turn === 0) return
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid=true]')
    if (wrong) wrong.focus()
    else if (state.problem || state.shown) said.current?.focus()
    if (state.done && clears) form.current?.reset()
  }, [state, clears])

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    // React would empty the fields after every action, also after one that was refused.
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    if (!isPending) startTransition(() => send(data))
  }

  return (
    <Faults value={state.faults}>
      <form ref={form} action={send} onSubmit={onSubmit} noValidate className={small ? 'form-small' : 'form'}>
        {children}
        <button
          type="submit"
          className={small ? 'control' : 'control form-submit'}
          aria-disabled={isPending}
          aria-label={label}
        >
          {isPending && !small ? 'One moment …' : submit}
        </button>
        <div ref={said} id={saidId} tabIndex={-1} role="status" className="form-said">
          {state.problem && <p className="form-problem">{state.problem}</p>}
          {state.done && <p>{state.done}</p>}
          {state.shown && <ShownOnce shown={state.shown} />}
        </div>
      </form>
    </Faults>
  )
}
