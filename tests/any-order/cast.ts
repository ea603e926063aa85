// Everybody who can come to the desk, with real accounts and sessions, brought back to where they began before each history.
import { appClient } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/account/actor'
import { requireEnrolled } from '@/lib/domain/account/require-enrolled'
import type { Role } from '@/lib/domain/account/roles'
import { DomainError } from '@/lib/domain/error'
import { type Made, makePerson } from '@/tests/made/people'
import type { PersonState } from './model'

/** Everybody has a second factor, so that a new role counts at once, but for one. Nobody is signed in as the last. */
export const CAST = [
  ['admin', 'admin'],
  ['second-admin', 'admin'],
  ['editor', 'editor'],
  ['second-editor', 'editor'],
  ['researcher', 'researcher'],
  ['colleague', 'researcher'],
  ['analyst', 'analyst'],
  ['without-second-factor', 'researcher'],
  ['disabled', 'editor'],
  ['nobody', null],
] as const satisfies readonly (readonly [string, Role | null])[]
export type Name = (typeof CAST)[number][0]

type Session = Awaited<ReturnType<ReturnType<typeof appClient>['session']['findFirstOrThrow']>>

export class Cast {
  private constructor(
    private readonly people: Map<Name, Made>,
    private readonly sessions: Session[],
  ) {}

  static async arrive(): Promise<Cast> {
    const people = new Map<Name, Made>()
    for (const [name, role] of CAST)
      if (role) people.set(name, await makePerson(name, role, name !== 'without-second-factor'))
    const sessions = await appClient().session.findMany()
    return new Cast(people, sessions)
  }

  /** All in their first role, signed in, and the one who is disabled disabled. */
  async beginAnew(): Promise<Map<Name, PersonState>> {
    const db = appClient()
    const states = new Map<Name, PersonState>()
    await db.session.deleteMany()
    for (const [name, role] of CAST) {
      const made = this.people.get(name)
      if (!made || !role) {
        states.set(name, { id: '', role: 'analyst', disabled: true, version: 0, signedIn: false, secondFactor: false })
        continue
      }
      const disabled = name === 'disabled'
      const { twoFactorEnabled: secondFactor } = await db.person.update({
        where: { id: made.me.id },
        data: { role, disabled, version: 1 },
      })
      states.set(name, { id: made.me.id, role, disabled, version: 1, signedIn: !disabled, secondFactor })
      if (!disabled) await this.signIn(name)
    }
    return states
  }

  async signIn(name: Name): Promise<void> {
    const of = this.people.get(name)?.me.id
    const mine = this.sessions.filter(({ personId }) => personId === of)
    await appClient().session.createMany({
      data: mine.map((session) => ({ ...session, lastSeenAt: new Date() })),
      skipDuplicates: true,
    })
  }

  /** As an action of the desk does: who is it, may they act at all, then the domain. */
  async attempt<Result>(
    name: Name,
    ask: (actor: Actor) => Promise<Result>,
  ): Promise<{ code: string; result?: Result }> {
    const me = (await this.people.get(name)?.browser.who()) ?? null
    if (!me) return { code: 'SIGNED_OUT' }
    try {
      return { code: 'ok', result: await ask(requireEnrolled(me)) }
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      return { code: error.code }
    }
  }
}
