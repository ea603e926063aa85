import { execFile } from 'node:child_process'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataFolder, endEverything, type Run, start, until } from './parley'

// The desk as it is on the wire, behind https: what a POST must bring, what cookies say, and the ways in for the first admin.
const SITE = 'https://parley.example.org'
const PASSWORD = 'four unrelated words here'
const data = dataFolder()
const mails: string[] = []
const mailServer = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, _session, done) {
    let text = ''
    stream.on('data', (chunk) => {
      text += chunk
    })
    stream.on('end', () => {
      mails.push(text.replace(/=\r\n/g, ''))
      done()
    })
  },
})
let parley: Run

beforeAll(async () => {
  await new Promise<void>((listening) => mailServer.listen(0, '127.0.0.1', listening))
  const { port } = mailServer.server.address() as AddressInfo
  parley = await start({ data, env: { SITE_URL: SITE, SMTP_URL: `smtp://127.0.0.1:${port}` } })
  await parley.ready()
})
afterAll(async () => {
  parley?.kill('SIGTERM')
  await parley?.exited
  await new Promise<void>((closed) => mailServer.close(closed))
  await endEverything()
})

type Answer = { status?: number; headers: Record<string, string | string[] | undefined>; body: string }

function ask(path: string, method = 'GET', headers: Record<string, string> = {}, body = ''): Promise<Answer> {
  return new Promise((done, fail) => {
    const sent = request(`${parley.url}${path}`, { agent: false, method, headers }, (res) => {
      let text = ''
      res.setEncoding('utf8').on('data', (chunk) => {
        text += chunk
      })
      res.on('end', () => done({ status: res.statusCode, headers: res.headers, body: text }))
    })
    sent.on('error', fail).end(body)
  })
}

/** Sends the form of a page as a browser without JavaScript would. */
async function send(
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const { body } = await ask(path)
  const main = /<main[\s\S]*<\/main>/.exec(body)?.[0] ?? ''
  const form = new FormData()
  for (const [tag] of /<form[\s\S]*?<\/form>/.exec(main)?.[0].matchAll(/<input type="hidden"[^>]*>/g) ?? [])
    form.set(attributeOf(tag, 'name'), attributeOf(tag, 'value'))
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  const encoded = new Response(form)
  const bytes = await encoded.text()
  return ask(
    path,
    'POST',
    {
      origin: SITE,
      'content-type': encoded.headers.get('content-type') ?? '',
      'content-length': String(Buffer.byteLength(bytes)),
      ...headers,
    },
    bytes,
  )
}

const attributeOf = (tag: string, name: string) =>
  (new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '').replaceAll('&quot;', '"').replaceAll('&amp;', '&')

const linkIn = (text: string, page: string) =>
  new RegExp(`${SITE}(/desk/${page}/[\\w-]{43})\\b`).exec(text)?.[1] as string

test('a POST that no page of ours sent is turned away before it is read', async () => {
  const post = async (path: string, headers: Record<string, string>) => (await ask(path, 'POST', headers)).status
  const ours = { origin: SITE, 'content-length': '0' }
  expect(await post('/desk/sign-in', { 'content-length': '0' })).toBe(403)
  expect(await post('/desk/sign-in', { ...ours, origin: 'https://evil.example' })).toBe(403)
  expect(await post('/desk/sign-in', { ...ours, 'sec-fetch-site': 'cross-site' })).toBe(403)
  expect(await post('/desk', { origin: SITE, 'transfer-encoding': 'chunked' })).toBe(411)
  expect(await post('/desk', { ...ours, 'content-length': String(256 * 1024 + 1) })).toBe(413)
  expect(await post('/', ours)).toBe(405)
  expect(await post('/deskwork', ours)).toBe(405)
  expect((await ask('/desk/sign-in', 'GET', { ...ours, 'next-action': 'x' })).status).toBe(405)
  for (const method of ['PUT', 'PATCH', 'DELETE']) expect((await ask('/desk', method, ours)).status).toBe(405)
})

test('nothing of better-auth answers by itself', async () => {
  for (const path of ['/api/auth/get-session', '/api/auth/sign-in/email', '/api/auth/ok'])
    expect((await ask(path)).status).toBe(404)
})

test('the link of the first start makes the admin, also without JavaScript; cookies hold for this host and https alone', async () => {
  await until(() => parley.output().includes('/desk/accept/'))
  const link = linkIn(parley.output(), 'accept')
  const refused = await send(link, { email: 'ada@example.org', name: 'Ada', password: 'short' })
  expect(refused.body).toContain('Choose at least 12 characters')
  expect(refused.body).not.toContain('value="short"')
  const fields = { email: 'ada@example.org', name: 'Ada', password: PASSWORD }
  expect((await send(link, fields, { origin: 'https://evil.example' })).status).toBe(403)
  const accepted = await send(link, fields)
  expect(accepted.status).toBe(303)
  const cookies = [accepted.headers['set-cookie'] ?? []].flat()
  expect(cookies.map((line) => line.split('=')[0]).sort()).toEqual(['__Host-parley-device', '__Host-parley-session'])
  for (const line of cookies) {
    expect(line).toMatch(/; Path=\/(;|$)/)
    expect(line).toMatch(/; Secure(;|$)/)
    expect(line).toMatch(/; HttpOnly(;|$)/)
    expect(line).toMatch(/; SameSite=lax(;|$)/i)
    expect(line).not.toMatch(/Domain=/i)
  }
  const session = cookies.map((line) => line.split(';')[0]).join('; ')
  // Let in, and led to the second factor that an admin needs.
  expect((await ask('/desk', 'GET', { cookie: session })).headers.location).toBe('/desk/account')
  expect((await ask('/desk')).headers.location).toBe('/desk/sign-in')
  expect((await ask(link)).body).toContain('This link opens nothing any more')
})

test('a new password comes by mail, and only to those who have an account', async () => {
  const known = await send('/desk/reset', { email: 'ada@example.org' })
  const unknown = await send('/desk/reset', { email: 'nobody@example.org' })
  const said = /If there is an account under this address[^<]*/
  expect(said.exec(known.body)?.[0]).toBe(said.exec(unknown.body)?.[0])
  await until(() => mails.length > 0)
  expect(mails[0]).toMatch(/^To: .*ada@example\.org/m)
  const link = linkIn(mails[0] ?? '', 'reset')
  expect((await send(link, { password: `${PASSWORD} anew` })).headers.location).toBe('/desk/sign-in')
  expect((await send('/desk/sign-in', { email: 'ada@example.org', password: PASSWORD })).body).toContain(
    'did not sign you in',
  )
  const signedIn = await send('/desk/sign-in', { email: 'ada@example.org', password: `${PASSWORD} anew` })
  expect(signedIn.headers.location).toBe('/desk')
  expect(mails).toHaveLength(1)
})

test('a start beside it prints no link any more; an admin who is locked out gets one at the terminal', async () => {
  const second = await start({ data, env: { SITE_URL: SITE } })
  await second.ready()
  second.kill('SIGTERM')
  await second.exited
  expect(second.output()).not.toContain('/desk/accept/')
  const { PATH, HOME } = process.env
  const reset = (address: string) =>
    promisify(execFile)(
      process.execPath,
      ['--conditions=react-server', '--import', 'tsx', 'scripts/reset-admin.ts', address],
      { env: { PATH, HOME, NODE_ENV: 'production', PARLEY_DATA: data, SITE_URL: SITE } },
    )
  const { stdout } = await reset('ada@example.org')
  expect((await ask(linkIn(stdout, 'reset'))).body).toContain('For ada@example.org.')
  await expect(reset('bob@example.org')).rejects.toThrow(
    'There is no admin "bob@example.org". The admins: ada@example.org.',
  )
})
