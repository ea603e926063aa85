import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withConnection } from '@/lib/db/connection'
import type { EmbeddedServer } from '@/lib/db/embedded/server'
import { migrate } from '@/lib/db/migrate'
import { dataFolder, endEverything, freePort, joinServer, start } from './parley'

// What cannot work says what is wrong and what to do, before anything slow is done.

afterAll(endEverything)

/** Starts Parley, expects it to give up, and returns what it said. */
async function refusal(env: Record<string, string>): Promise<string> {
  const parley = await start({ data: dataFolder(), env })
  expect(await parley.exited).toBe(1)
  expect(parley.output()).not.toMatch(/\n +at /)
  return parley.output()
}

test('every bad setting is named, with what it is for', async () => {
  const said = await refusal({ PORT: 'abc', DATABASE_URL: 'mysql://u:geheim@h/d', SITE_URL: 'parley.org' })
  expect(said).toContain('PORT = "abc" is not a number.\n    The port that Parley listens on.')
  expect(said).toContain('DATABASE_URL = "mysql://u:***@h/d" is not an address of the form postgresql://')
  expect(said).toContain('SITE_URL = "parley.org" is not an address of the form https://')
  expect(said).not.toContain('geheim')
})

test('an address that is not of this machine', async () => {
  expect(await refusal({ HOST: '192.0.2.1' })).toContain('HOST=192.0.2.1 is not an address of this machine')
})

describe('a server of the operator', () => {
  // The embedded server of another folder stands for it: to Parley it is an address like any other.
  let server: EmbeddedServer
  const urlOf = (change: (url: URL) => void): string => {
    const url = new URL(server.ownerUrl)
    change(url)
    return url.href
  }
  const sql = (url: string, statement: string) => withConnection(url, (client) => client.query(statement))

  beforeAll(async () => {
    server = await joinServer(dataFolder())
  })
  afterAll(() => server.release())

  test('nothing listens', async () => {
    const port = await freePort()
    const said = await refusal({ DATABASE_URL: `postgresql://u:geheim@127.0.0.1:${port}/d` })
    expect(said).toContain(`Nothing listens at 127.0.0.1:${port}`)
    expect(said).not.toContain('geheim')
  })

  test('wrong password, missing database, no password', async () => {
    expect(await refusal({ DATABASE_URL: urlOf((url) => Object.assign(url, { password: 'wrong' })) })).toContain(
      'refuses user "parley" with this password',
    )
    expect(await refusal({ DATABASE_URL: urlOf((url) => Object.assign(url, { pathname: '/absent' })) })).toContain(
      'There is no database "absent" on the server. Make it: create database "absent" owner "parley"',
    )
    expect(await refusal({ DATABASE_URL: urlOf((url) => Object.assign(url, { password: '' })) })).toContain(
      'DATABASE_URL holds no password',
    )
  })

  test('an owner that may not make the other roles: the message holds the SQL; with their addresses it works', async () => {
    await sql(server.ownerUrl, "create role modest login password 'p'")
    await sql(server.ownerUrl, 'grant modest to parley')
    await sql(server.ownerUrl, 'create database modest owner modest')
    const DATABASE_URL = urlOf((url) => Object.assign(url, { username: 'modest', password: 'p', pathname: '/modest' }))
    expect(await refusal({ DATABASE_URL })).toContain('alter role "modest" createrole;')

    await sql(server.ownerUrl, "create role m_app login password 'a'")
    await sql(server.ownerUrl, "create role m_public login password 'b'")
    const parley = await start({
      data: dataFolder(),
      env: {
        DATABASE_URL,
        DATABASE_APP_URL: DATABASE_URL.replace('modest:p', 'm_app:a'),
        DATABASE_PUBLIC_URL: DATABASE_URL.replace('modest:p', 'm_public:b'),
      },
    })
    await parley.ready()
    expect((await parley.get()).status).toBe(200)
    parley.kill('SIGTERM')
    expect(await parley.exited).toBe(0)
  })

  test('used like the embedded one, and left running', async () => {
    await sql(server.ownerUrl, 'create database used')
    const DATABASE_URL = urlOf((url) => Object.assign(url, { pathname: '/used' }))
    const both = await Promise.all([1, 2].map(() => start({ data: dataFolder(), env: { DATABASE_URL } })))
    await Promise.all(both.map((one) => one.ready()))
    expect(await Promise.all(both.map(async (one) => (await one.get()).status))).toEqual([200, 200])
    for (const one of both) one.kill('SIGTERM')
    expect(await Promise.all(both.map((one) => one.exited))).toEqual([0, 0])
    await sql(server.ownerUrl, 'select 1')
  })

  test('a database that is not ours, one that is newer, one whose migrations were changed', async () => {
    await sql(server.ownerUrl, 'create database other')
    const DATABASE_URL = urlOf((url) => Object.assign(url, { pathname: '/other' }))
    await sql(DATABASE_URL, 'create table somebody_elses (a int)')
    expect(await refusal({ DATABASE_URL })).toContain('holds tables that are not of Parley')

    await sql(DATABASE_URL, 'drop table somebody_elses')
    await migrate(DATABASE_URL)
    await sql(
      DATABASE_URL,
      "insert into _prisma_migrations (id, checksum, migration_name, finished_at) values ('1', 'x', '29990101000000_from_the_future', now())",
    )
    const newer = await refusal({ DATABASE_URL })
    expect(newer).toContain('The database is newer than this checkout: it has 29990101000000_from_the_future')
    expect(newer).toContain('git pull')

    await sql(DATABASE_URL, "delete from _prisma_migrations where id = '1'")
    await sql(DATABASE_URL, "update _prisma_migrations set checksum = 'x'")
    expect(await refusal({ DATABASE_URL })).toContain('Changed after it was applied to this database')
  })
})
