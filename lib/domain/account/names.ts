import 'server-only'
import { appClient } from '@/lib/db/client'
import { type Actor, allow } from './actor'

/** The names behind ids that revisions, publications and reviews hold, for those who are signed in. */
export async function listNames(actor: Actor, ids: readonly (string | null)[]): Promise<Record<string, string>> {
  allow(actor, 'enter the desk')
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  const people = await appClient().person.findMany({ where: { id: { in: wanted } }, select: { id: true, name: true } })
  // Behind what an import brought, or was done at the command line, stands no person with an account.
  return {
    dataset: 'the dataset',
    import: 'an import',
    operator: 'the operator',
    nobody: 'somebody who was not signed in',
    ...Object.fromEntries(people.map(({ id, name }) => [id, name])),
  }
}
