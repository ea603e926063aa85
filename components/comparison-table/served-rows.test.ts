// That React leaves what the server drew of a row alone, and that a row has its own contents again wherever it comes back.
import { parseHTML } from 'linkedom'
import { act, createElement, Fragment } from 'react'
import { beforeAll, expect, test, vi } from 'vitest'

const ROWS = ['a', 'b', 'c']
const DRAWN = ROWS.map(
  (slug) => `<tr role="row" data-demand="${slug}"><th>${slug}</th><td>as the server drew it</td></tr>`,
).join('')

const { window, document } = parseHTML(`<html><body><table><tbody>${DRAWN}</tbody></table></body></html>`)
const body = document.querySelector('tbody') as unknown as HTMLElement
let show: (rows: string[], hidden?: string) => Promise<void>

beforeAll(async () => {
  const faults = vi.spyOn(console, 'error')
  const DocumentFragment = document.createDocumentFragment().constructor
  const HTMLIFrameElement = class {} // React asks whether the focus is in one
  Object.assign(globalThis, { window, document, DocumentFragment, IS_REACT_ACT_ENVIRONMENT: true })
  Object.assign(window, { HTMLIFrameElement })
  vi.stubGlobal('navigator', { userAgent: 'a test' })
  const { hydrateRoot } = await import('react-dom/client')
  const { ServedRow } = await import('./served-rows')
  const aside = new Map<string, DocumentFragment>()
  const table = (rows: string[], hidden?: string) =>
    createElement(
      Fragment,
      null,
      rows.map((slug) => createElement(ServedRow, { key: slug, slug, hidden: slug === hidden, aside })),
    )
  const root = await act(async () =>
    hydrateRoot(body, table(ROWS), {
      onRecoverableError: (error) => {
        throw error
      },
    }),
  )
  show = (rows, hidden) => act(async () => root.render(table(rows, hidden)))
  expect(faults).not.toHaveBeenCalled()
})

test('taken over, sorted, filtered and shown again, each row is the same', async () => {
  expect(body.innerHTML).toBe(DRAWN)
  const cell = body.querySelector('td')
  await show(['c', 'a', 'b'])
  expect([...body.querySelectorAll('th')].map(({ textContent }) => textContent)).toEqual(['c', 'a', 'b'])
  await show(['c', 'a', 'b'], 'a')
  expect(body.querySelector('[hidden]')?.textContent).toBe('aas the server drew it')
  await show(['b'])
  expect(body.textContent).toBe('bas the server drew it')
  await show([])
  await show(ROWS)
  expect(body.innerHTML).toBe(DRAWN)
  expect(body.querySelector('td')).toBe(cell)
})
