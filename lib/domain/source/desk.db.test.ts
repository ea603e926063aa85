// Sources at the desk: what each write does, who is refused, what is recognised, and what is flagged.
import fc from 'fast-check'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { appClient, publicClient } from '@/lib/db/client'
import { withConnection } from '@/lib/db/connection'
import type { Actor } from '@/lib/domain/account/actor'
import { roleMay } from '@/lib/domain/account/roles'
import { approveRevision } from '@/lib/domain/review/approve-revision'
import { testDatabase } from '@/tests/database'
import { auditOf, everybody, makeDesk, NEGOTIATION, person, sentEntry } from '@/tests/made/desk'
import { madePage, madePdf, PARAGRAPHS } from '@/tests/made/documents'
import { addSource } from './add-source'
import { amendSource } from './amend-source'
import { listDeskSources } from './desk-list'
import type { DeskChoice } from './desk-list-view'
import { getDeskSource, getTextDiff } from './desk-record'
import { listFlags } from './flags'
import { previewSource } from './preview-source'
import type { FetchPage } from './read-article'
import { refetchSource } from './refetch-source'
import { resolveFlag } from './resolve-flag'
import { storeText } from './store-text'

const database = await testDatabase()
// Documents are read in threads.
vi.setConfig({ testTimeout: 60_000 })
beforeAll(makeDesk)

const author = person('researcher')
const editor = person('editor')
type Input = Parameters<typeof addSource>[1]

let made = 0
/** A source that is like no other. */
function fresh(change: Partial<Input> = {}): Input & { text: string } {
  const number = ++made
  return {
    negotiation: NEGOTIATION,
    kind: 'news',
    publisher: 'Made Herald',
    publisherFlag: null,
    title: `A made article ${number}`,
    titleBasis: 'page',
    url: `https://herald.example/article/${number}`,
    published: '2024-05-01',
    publishedBasis: 'page',
    language: 'en',
    grade: 'C',
    note: null,
    authors: 'Ann Writer',
    archivedUrl: `https://archive.example/${number}`,
    text: Array.from({ length: 80 }, (_, at) => `word${number}x${at}`).join(' '),
    origin: 'pasted',
    fetchedUrl: null,
    isAnother: false,
    ...change,
  }
}
async function added(actor: Actor = author, change: Partial<Input> = {}) {
  const result = await addSource(actor, fresh(change))
  if (!result.added) throw new Error('Taken for another source.')
  return appClient().source.findUniqueOrThrow({ where: { slug: result.slug }, include: { currentText: true } })
}
const page =
  (html: string, url: string): FetchPage =>
  async () => ({ url, contentType: 'text/html; charset=utf-8', bytes: Buffer.from(html) })
const described = ({ negotiation: _, text: __, origin: ___, fetchedUrl: ____, isAnother: _____, ...told }: Input) =>
  told

describe('adding', () => {
  test('stores the text in one form with its hash, for its negotiation, and readers see nothing of it yet', async () => {
    const source = await added(author, {
      text: 'Both sides\u00a0met.\r\n\r\n\r\n\r\nTalks go\u200b on. ',
      title: 'Both sides met',
    })
    expect(source).toMatchObject({ slug: 'made-herald-2024-05-01-both-sides-met', addedBy: 'researcher', version: 1 })
    expect(source.currentText).toMatchObject({
      text: 'Both sides met.\n\nTalks go on.',
      origin: 'pasted',
      recordedBy: 'researcher',
    })
    expect(await publicClient().publishedSource.findFirst({ where: { slug: source.slug } })).toBeNull()
    expect(await auditOf(source.slug)).toMatchObject([
      { action: 'add source', actor: 'researcher', details: { sha256: source.currentText?.sha256 } },
    ])
  })

  test.each(everybody)('$role: as the table of roles says', async (actor) => {
    const count = await appClient().source.count()
    if (roleMay(actor.role, 'add sources')) await added(actor)
    else {
      await expect(addSource(actor, fresh())).rejects.toMatchObject({ code: 'FORBIDDEN' })
      await expect(previewSource(actor, { text: 'words', url: null })).rejects.toMatchObject({ code: 'FORBIDDEN' })
      expect(await appClient().source.count()).toBe(count)
    }
  })

  test.each<[string, Partial<Input>, string]>([
    ['an address that runs a script', { url: 'javascript:alert(1)' }, 'url'],
    ['an archived copy that is no address', { archivedUrl: 'data:text/html,x' }, 'archivedUrl'],
    ['a title that turns direction', { title: 'A\u202Ebad title' }, 'title'],
    ['a text that is blank', { text: ' \u200b\n' }, 'text'],
    ['a text beyond measure', { text: 'a'.repeat(400_001) }, 'text'],
    ['a day that is none', { published: '2024-02-31' }, 'published'],
  ])('%s is refused, with its place', async (_, change, at) => {
    await expect(addSource(author, fresh(change))).rejects.toMatchObject({
      code: 'INVALID',
      faults: expect.arrayContaining([expect.objectContaining({ at })]),
    })
  })

  test('nobody sends who added it, or its version', async () => {
    for (const more of [{ addedBy: 'admin' }, { version: 7 }, { slug: 'mine' }])
      await expect(addSource(author, { ...fresh(), ...more })).rejects.toMatchObject({ code: 'INVALID' })
  })

  test('of two who add the same article at once, one adds it and one is told', async () => {
    const same = fresh()
    const both = await Promise.all([addSource(author, same), addSource(editor, same)])
    expect(both.map((result) => result.added).sort()).toEqual([false, true])
  })
})

describe('the same article', () => {
  const variants = (url: string) => {
    const { host, pathname } = new URL(url)
    return [
      `${url}?utm_source=x&utm_medium=y&fbclid=1`,
      `http://${host}${pathname}/#part`,
      `https://www.${host}${pathname}`,
      `https://m.${host}${pathname}?gclid=1`,
      `https://amp.${host}${pathname}`,
      `https://${host}${pathname}/amp/`,
      `https://${host}${pathname}?amp=1`,
      `https://${host.toUpperCase()}/${pathname}`,
      `https://www.google.com/amp/s/${host}${pathname}`,
      `https://${host.replaceAll('.', '-')}.cdn.ampproject.org/c/s/${host}${pathname}`,
    ]
  }

  test('is recognised under another address, and used where it was not', async () => {
    const source = await added()
    for (const url of variants(source.url as string))
      expect(await addSource(author, fresh({ url }))).toMatchObject({
        added: false,
        known: { by: 'address', source: { slug: source.slug } },
      })
    expect(await addSource(author, fresh({ url: `${source.url}?page=2` }))).toMatchObject({ added: true })
    expect(await addSource(author, fresh({ url: `${source.url}`, isAnother: true }))).toMatchObject({ added: false })

    const other = await appClient().negotiation.create({
      data: { slug: 'other', title: 'Other', summary: 'Other.', startedOn: new Date('2024-01-01') },
    })
    expect(await addSource(author, { ...fresh({ url: source.url }), negotiation: 'other' })).toMatchObject({
      added: false,
    })
    expect(await appClient().negotiationSource.count({ where: { negotiationId: other.id, sourceId: source.id } })).toBe(
      1,
    )
    expect((await auditOf(source.slug)).map(({ action }) => action)).toEqual(['add source', 'use source'])
  })

  test('also where it was fetched from another address than readers are sent to', async () => {
    const source = await added(author, { fetchedUrl: 'https://mirror.example/copy' })
    expect(await addSource(author, fresh({ url: 'https://mirror.example/copy/' }))).toMatchObject({
      known: { source: { slug: source.slug } },
    })
  })

  test('has one key for every order of its parameters, and another article has another', () => {
    const value = fc.stringMatching(/^[a-z0-9]{1,6}$/)
    return fc.assert(
      fc.asyncProperty(fc.dictionary(value, value, { maxKeys: 4 }), value, async (query, path) => {
        const parameters = Object.entries(query)
          .filter(([name]) => name !== 'amp')
          .map((pair) => pair.join('='))
        const address = (list: string[]) => `https://a.example/${path}?${list.join('&')}`
        const [row] = await appClient().$queryRaw<{ same: boolean; other: boolean }[]>`
          select address_key(${address(parameters)}) = address_key(${address([...parameters].reverse())}) as same,
            address_key(${address(parameters)}) = address_key(${address([...parameters, 'zz=other'])}) as other`
        expect(row).toEqual({ same: true, other: false })
      }),
      { numRuns: 40 },
    )
  })

  test('is recognised by its words under a strange address, and nearly the same words are asked about', async () => {
    const input = fresh()
    const source = await added(author, { text: input.text, url: 'https://one.example/a' })
    expect(await addSource(author, { ...input, url: 'https://two.example/b' })).toMatchObject({
      known: { by: 'text', source: { slug: source.slug } },
    })
    const near = { ...input, url: 'https://three.example/c', text: `By our staff. ${input.text} More soon.` }
    expect(await addSource(author, near)).toMatchObject({ known: { by: 'likeness', source: { slug: source.slug } } })
    expect(await addSource(author, { ...near, isAnother: true })).toMatchObject({ added: true })
  })
})

describe('the preview', () => {
  test('of an address reads the article, says whose it is, and writes nothing', async () => {
    const count = await appClient().source.count()
    const head =
      '<link rel="canonical" href="https://gazette.example/talks"><meta property="article:published_time" content="2024-06-02T10:00:00Z">'
    const preview = await previewSource(
      author,
      { url: 'https://m.gazette.example/talks?utm_source=x' },
      page(madePage({ head }), 'https://m.gazette.example/talks'),
    )
    expect(preview).toMatchObject({
      origin: 'fetched',
      fetchedUrl: 'https://m.gazette.example/talks',
      told: {
        title: 'A made report',
        publisher: 'Made Gazette',
        published: '2024-06-02',
        language: 'en-GB',
        url: 'https://gazette.example/talks',
      },
      known: null,
    })
    expect(preview.text).toContain(PARAGRAPHS[0])
    expect(await appClient().source.count()).toBe(count)
  })

  test('does not let a page pass for one of another publisher', async () => {
    const head = '<link rel="canonical" href="https://herald.example/article/1">'
    const preview = await previewSource(
      author,
      { url: 'https://evil.example/x' },
      page(madePage({ head }), 'https://evil.example/x'),
    )
    expect(preview.told.url).toBe('https://evil.example/x')
    expect(preview.known).toBeNull()
  })

  test('of a file, and of pasted words that are there', async () => {
    const source = await added()
    const file = { name: 'a.pdf', type: 'application/pdf', bytes: new Uint8Array(madePdf(['Words of a ministry.'])) }
    expect(await previewSource(author, { file })).toMatchObject({
      origin: 'file',
      text: 'Words of a ministry.',
      told: { title: 'A made document' },
    })
    expect(await previewSource(author, { text: source.currentText?.text ?? '', url: null })).toMatchObject({
      origin: 'pasted',
      known: { by: 'text' },
    })
    const image = { name: 'a.png', type: 'image/png', bytes: new Uint8Array([1]) }
    await expect(previewSource(author, { file: image })).rejects.toMatchObject({
      code: 'INVALID',
      faults: [{ at: 'file' }],
    })
  })

  test('of an address inside our network is refused in words', async () => {
    await expect(previewSource(author, { url: 'http://127.0.0.1/' })).rejects.toMatchObject({
      code: 'INVALID',
      faults: [{ at: 'url', text: 'This address is not on the public internet.' }],
    })
  })
})

describe('amending', () => {
  test('changes what is said, and notes what it was', async () => {
    const source = await added()
    const told = described(fresh({ url: source.url }))
    await amendSource(author, { source: source.slug, version: 1, ...told, grade: 'D', publisherFlag: 'state-media' })
    expect(await appClient().source.findUnique({ where: { slug: source.slug } })).toMatchObject({
      grade: 'D',
      publisherFlag: 'state-media',
      version: 2,
      addedBy: 'researcher',
    })
    expect((await auditOf(source.slug)).at(-1)).toMatchObject({
      action: 'amend source',
      details: { before: { grade: 'C' }, after: { grade: 'D' } },
    })
  })

  test('is for editors and whoever added it', async () => {
    for (const actor of [...everybody, person('researcher', 'somebody')]) {
      const source = await added(author)
      const input = { source: source.slug, version: 1, ...described(fresh({ url: source.url })) }
      if (roleMay(actor.role, 'amend reference data') || actor.id === author.id) await amendSource(actor, input)
      else {
        await expect(amendSource(actor, input)).rejects.toMatchObject({ code: 'FORBIDDEN' })
        expect(await appClient().source.findUnique({ where: { slug: source.slug } })).toMatchObject({
          version: 1,
          title: source.title,
        })
      }
    }
  })

  test('is refused when somebody else was first, and for the address of another source', async () => {
    const [source, other] = [await added(), await added()]
    const input = { source: source.slug, ...described(fresh({ url: source.url })) }
    await amendSource(author, { ...input, version: 1 })
    await expect(amendSource(editor, { ...input, version: 1 })).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(amendSource(editor, { ...input, version: 2, url: `${other.url}?utm_source=x` })).rejects.toMatchObject(
      { code: 'INVALID', faults: [{ at: 'url' }] },
    )
    await expect(amendSource(editor, { ...input, source: 'nothing', version: 1 })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})

describe('fetching again', () => {
  const QUOTE = 'we agree to a pause for thirty days'
  const before = `The minister spoke in the capital on Monday and said that ${QUOTE} from the first of the month.`
  const paragraphs = (changed: string) => [...PARAGRAPHS, changed]

  /** An entry that readers see, citing words of a source of its own. */
  async function cited(demand: string) {
    const number = ++made
    const own = paragraphs(before)
      .map((text) => `${text} (${number})`)
      .join('\n\n')
    const source = await added(author, { text: own, url: `https://gazette.example/${number}` })
    const startsAt = [...own.slice(0, own.indexOf(QUOTE))].length
    const sent = await sentEntry(author, {
      demand,
      citations: [
        {
          source: source.slug,
          text: source.currentText?.id ?? 0,
          startsAt,
          endsAt: startsAt + QUOTE.length,
          quote: QUOTE,
          quoteKind: 'document',
          speaker: '',
          attribution: 'official-document',
          saidOn: '2024-05-01',
        },
      ],
    })
    await approveRevision(editor, { review: sent.review, version: 1, note: null })
    return {
      source,
      entry: sent.entry,
      again: (text: string) =>
        page(
          madePage({ paragraphs: paragraphs(text).map((line) => `${line} (${number})`) }),
          `https://gazette.example/${number}`,
        ),
    }
  }

  test('keeps the old text, flags the entry whose words changed, and closes the flag when they are back', async () => {
    const { source, entry, again } = await cited('demand-1')
    const at = { source: source.slug }
    const moved = await refetchSource(author, { ...at, version: 1 }, again(`Corrected. ${before}`))
    expect(moved).toMatchObject({ changed: true, citations: [{ entry, standing: { state: 'found' } }] })
    expect(await refetchSource(author, { ...at, version: 2 }, again(`Corrected. ${before}`))).toMatchObject({
      changed: false,
    })

    const changed = await refetchSource(author, { ...at, version: 3 }, again(before.replace('thirty days', 'ten days')))
    expect(changed.citations).toMatchObject([
      { entry, standing: { state: 'changed', wordsNow: expect.stringContaining('ten days') } },
    ])
    const gone = await refetchSource(
      author,
      { ...at, version: 4 },
      again('Withdrawn by the editors, who ask for patience.'),
    )
    expect(gone.citations).toMatchObject([{ standing: { state: 'vanished' } }])
    expect(await appClient().sourceFlag.findMany({ where: { entryId: entry } })).toMatchObject([
      { kind: 'changed', resolvedAt: null, noticedBy: 'researcher' },
    ])
    expect(await listFlags(author)).toMatchObject({
      flags: [{ entry, party: 'Silent Party', source: { slug: source.slug }, kind: 'changed', quote: QUOTE }],
      total: 1,
    })
    await expect(listFlags(person('analyst'))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await publicClient().publishedCitation.findFirst({ where: { entry } })).toMatchObject({ quote: QUOTE })

    await refetchSource(editor, { ...at, version: 5 }, again(before))
    expect(await appClient().sourceFlag.findMany({ where: { entryId: entry } })).toMatchObject([
      { resolvedBy: 'editor' },
    ])
    expect(await listFlags(author)).toEqual({ flags: [], total: 0 })
    expect(await appClient().sourceText.count({ where: { sourceId: source.id } })).toBe(4) // the last is the first again
    expect((await auditOf(source.slug)).map(({ action }) => action)).toEqual([
      'add source',
      ...Array(4).fill('store text'),
    ])
  })

  test('what cannot be fetched is pasted, and a flag is closed once, by somebody who reviews', async () => {
    const { source, entry } = await cited('demand-2')
    await expect(refetchSource(author, { source: source.slug, version: 1 })).rejects.toMatchObject({ code: 'INVALID' })
    await storeText(author, { source: source.slug, version: 1, text: 'Nothing of it is left.', origin: 'pasted' })
    const flag = await appClient().sourceFlag.findFirstOrThrow({ where: { entryId: entry } })
    for (const actor of everybody.filter(({ role }) => !roleMay(role, 'review')))
      await expect(resolveFlag(actor, { flag: flag.id })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await resolveFlag(editor, { flag: flag.id })
    await expect(resolveFlag(editor, { flag: flag.id })).rejects.toMatchObject({ code: 'CONFLICT' })
    expect((await auditOf(entry)).at(-1)).toMatchObject({ action: 'resolve flag', actor: 'editor' })
  })

  test('is refused to who may not, and when somebody else was first; nothing is stored then', async () => {
    const source = await added()
    const text = { source: source.slug, text: 'Other words.', origin: 'pasted' as const }
    await expect(storeText(person('analyst'), { ...text, version: 1 })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(storeText(author, { ...text, version: 2 })).rejects.toMatchObject({ code: 'CONFLICT' })
    expect(await appClient().sourceText.count({ where: { sourceId: source.id } })).toBe(1)
  })

  test('neither a text nor a flag can be changed or deleted, and readers can reach neither', async () => {
    const app = (text: string) => withConnection(database.appUrl, (client) => client.query(text))
    await expect(app('update source_text set text = text')).rejects.toThrow(/permission denied/)
    await expect(app("update source_flag set kind = 'vanished'")).rejects.toThrow(/permission denied/)
    await expect(app('delete from source_flag')).rejects.toThrow(/permission denied/)
    for (const table of ['source_text', 'source_flag', 'source'])
      await expect(
        withConnection(database.publicUrl, (client) => client.query(`select * from ${table}`)),
      ).rejects.toThrow(/permission denied/)
  })
})

describe('the desk', () => {
  const ALL: DeskChoice = { words: '', negotiation: '', grade: '', flagged: false, page: 1 }
  const slugs = async (change: Partial<DeskChoice>) =>
    (await listDeskSources(author, { ...ALL, ...change })).rows.map(({ slug }) => slug)

  test('lists what fits, the newest first, signs of the search taken as they are', async () => {
    const source = await added(author, { title: '100% of_it', grade: 'E', publisher: 'Listed Post' })
    expect(await slugs({ words: 'listed 0% OF_' })).toEqual([source.slug])
    expect((await slugs({}))[0]).toBe(source.slug)
    expect(await slugs({ words: 'listed', grade: 'B' })).toEqual([])
    expect(await slugs({ words: 'listed', negotiation: NEGOTIATION })).toEqual([source.slug])
    expect(await slugs({ words: 'listed', negotiation: 'nowhere' })).toEqual([])
    expect(await slugs({ words: 'listed', flagged: true })).toEqual([])
    expect(await slugs({ words: 'listed', page: 2 })).toEqual([])
  })

  test('shows the record of a source with its texts, what cites it, and the difference', async () => {
    const source = await added(author, { text: 'The first text.\n\nIt goes on.' })
    await storeText(editor, {
      source: source.slug,
      version: 1,
      text: 'The second text.\n\nIt goes on.',
      origin: 'pasted',
    })
    const record = await getDeskSource(person('analyst'), source.slug)
    expect(record.texts.map(({ text, isInForce }) => [text.slice(0, 10), isInForce])).toEqual([
      ['The second', true],
      ['The first ', false],
    ])
    expect(record.may).toEqual({ amend: false, store: false, resolve: false, write: false })
    expect((await getDeskSource(author, source.slug)).may).toEqual({
      amend: true,
      store: true,
      resolve: false,
      write: true,
    })
    const [newer, older] = record.texts.map(({ id }) => id) as [number, number]
    expect(await getTextDiff(author, source.slug, older, newer)).toEqual(
      expect.arrayContaining([
        { kind: 'old', text: 'first' },
        { kind: 'new', text: 'second' },
      ]),
    )
    const cited = await getDeskSource(author, `${NEGOTIATION}-source-1`)
    expect(cited.entries.length).toBeGreaterThan(0)
    await expect(getDeskSource(author, 'nothing')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(getTextDiff(author, source.slug, older, 999_999)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})
