// Once for all database tests: a server, and on it a template with every migration applied. Each test file clones the template.
import type { TestProject } from 'vitest/node'
import { withConnection } from '@/lib/db/connection'
import { openDatabase } from '@/lib/db/database'
import { dropDatabase } from '@/lib/db/drop-database'
import { migrate } from '@/lib/db/migrate'
import { readSettings } from '@/lib/settings'
import { type Addresses, inDatabase } from './addresses'
import { whenTerminated } from './ending'
import { makeScratch } from './scratch'

declare module 'vitest' {
  interface ProvidedContext {
    /** The server, by the database that its owner may always connect to. */
    server: Addresses
    template: string
  }
}

export default async function setup({ provide }: TestProject) {
  const scratch = makeScratch('db')
  process.env.PARLEY_DATA = scratch.folder // the workers are forked later and inherit it
  const template = `parley_test_${process.pid}_${Date.now().toString(36)}`
  const opening = openDatabase(readSettings())

  const teardown = async () => {
    forget()
    // Told to end while it opens: what has been begun is finished first, so that it can be closed.
    const database = await opening.catch(() => null)
    try {
      if (database) await withConnection(database.ownerUrl, (owner) => dropDatabase(owner, template))
    } finally {
      await database?.close()
      scratch.remove()
    }
  }
  const forget = whenTerminated(teardown, scratch.abandon)
  try {
    const { ownerUrl, appUrl, publicUrl } = await opening
    const server: Addresses = { ownerUrl, appUrl, publicUrl }
    await withConnection(ownerUrl, (owner) => owner.query(`create database ${template} template template0`))
    const inTemplate = inDatabase(server, template)
    await migrate(inTemplate.ownerUrl, { roles: inTemplate })
    provide('server', server)
    provide('template', template)
  } catch (error) {
    await teardown()
    throw error
  }
  return teardown
}
