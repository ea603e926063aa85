import { type Action, ActionForm } from '@/components/form/action-form'
import { Choice } from '@/components/form/choice'
import { Field } from '@/components/form/field'
import { LASTS_DAYS, SCOPE_LABELS, SCOPES, type TokenLine } from '@/lib/domain/access-token/kinds'
import { formatMoment } from '@/lib/domain/time/moment'
import { ScopeChoice } from './scope-choice'
import '@/components/ui/plain.css'

type Props = {
  tokens: readonly TokenLine[]
  /** Null for those whose role files nothing: what they made before can still be revoked. */
  make: Action | null
  revoke: (id: number) => Action
}

/** The tokens with which somebody’s scripts file drafts in their name. */
export function TokenList({ tokens, make, revoke }: Props) {
  return (
    <>
      <p className="mb-4 max-w-[68ch]">
        A script that shows one files drafts in your name, and can do nothing else.{' '}
        <a href="/api" className="quiet-link">
          How to file
        </a>
      </p>
      {tokens.length > 0 && (
        <table className="plain-table folds mb-6">
          <caption className="sr-only">Your tokens, the latest first</caption>
          <thead>
            <tr>
              <th scope="col">Token</th>
              <th scope="col">May file</th>
              <th scope="col">Last used</th>
              <th scope="col">Expires</th>
              <th scope="col">
                <span className="sr-only">Revoke it</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {tokens.map(({ id, name, beginning, scopes, lastUsedAt, expiresAt, expired }) => (
              <tr key={id}>
                <th scope="row" className="font-normal">
                  <bdi className="font-semibold">{name}</bdi>
                  <code className="meta block">{beginning}…</code>
                </th>
                <td>
                  <span className="meta min-[44rem]:hidden">May file </span>
                  {scopes.map((scope) => SCOPE_LABELS[scope].label.toLowerCase()).join(', ')}
                </td>
                <td>
                  <span className="meta min-[44rem]:hidden">Last used </span>
                  {lastUsedAt ? formatMoment(lastUsedAt) : 'never'}
                </td>
                <td>
                  <span className="meta min-[44rem]:hidden">Expires </span>
                  {expired ? 'has expired' : formatMoment(expiresAt)}
                </td>
                <td>
                  <ActionForm action={revoke(id)} submit="Revoke" label={`Revoke ${name}`} small />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {make && (
        <ActionForm action={make} submit="Make a token" clears>
          <Field name="name" label="What it is for" autoComplete="off" />
          <ScopeChoice
            options={SCOPES.map((scope) => ({
              value: scope,
              label: SCOPE_LABELS[scope].label,
              meaning: SCOPE_LABELS[scope].meaning,
            }))}
          />
          <Choice
            name="days"
            label="Lasts"
            options={LASTS_DAYS.map((days) => ({ value: String(days), label: `${days} days` }))}
            defaultValue="90"
          />
          <Field name="password" label="Your password, for the token" type="password" autoComplete="current-password" />
        </ActionForm>
      )}
    </>
  )
}
