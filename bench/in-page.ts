// What runs inside the page that is measured. Each function stands alone, for it is sent there as text.

type Watched = { largestPaint: number; blocked: number; firstRows: number }
type Drawing = {
  rowsDrawn: (body: string) => Promise<void>
  scheduler: { postTask: (task: () => void, how: { priority: 'user-blocking' }) => Promise<void> }
}

/** Before anything of the page: notes its largest paint, its long tasks and when the first rows of a table were drawn. */
export function watch(): void {
  // A function compiled for here may name its inner functions by a helper that is not there.
  ;(globalThis as Record<string, unknown>).__name ??= (value: unknown) => value
  const seen: Watched = { largestPaint: 0, blocked: 0, firstRows: 0 }
  ;(globalThis as unknown as { seen: Watched }).seen = seen
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.largestPaint = entry.startTime
  }).observe({ type: 'largest-contentful-paint', buffered: true })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.blocked += Math.max(0, entry.duration - 50)
  }).observe({ type: 'longtask', buffered: true })
  const look = () => {
    if (seen.firstRows > 0) return
    if (!document.querySelector('main tbody td')) requestAnimationFrame(look)
    else
      requestAnimationFrame(() =>
        setTimeout(() => {
          seen.firstRows ||= performance.now()
        }),
      )
  }
  requestAnimationFrame(look)
}

/** The browser tells of its paints only some time after them. */
export const watched = async () => {
  const { seen } = globalThis as unknown as { seen: Watched }
  while (seen.largestPaint === 0) await new Promise((done) => requestAnimationFrame(done))
  return seen
}

export const firstRowsOf = async () => {
  const { seen } = globalThis as unknown as { seen: Watched }
  while (seen.firstRows === 0) await new Promise((done) => requestAnimationFrame(done))
  return seen.firstRows
}

/**
 * Before anything of the page: how to wait until every row in sight has been drawn with all that it holds. A row that the browser left
 * out while it was out of sight is an empty box in the first frame after it came into sight.
 */
export function watchRows(): void {
  const frame = () => new Promise<void>((done) => requestAnimationFrame(() => done()))
  ;(globalThis as unknown as Drawing).rowsDrawn = async (body) => {
    const rows = [...document.querySelectorAll(`${body} tr`)]
    const sight = document.querySelector(body)?.closest('.table-frame')?.getBoundingClientRect()
    const [top, bottom] = [Math.max(0, sight?.top ?? 0), Math.min(innerHeight, sight?.bottom ?? innerHeight)]
    const isLeftOut = (row: Element) => {
      const box = row.getBoundingClientRect()
      const isInSight = box.height > 0 && box.bottom > top && box.top < bottom
      return isInSight && !row.lastElementChild?.checkVisibility({ contentVisibilityAuto: true })
    }
    do await frame()
    while (rows.some(isLeftOut))
    // After the frame, and before whatever was put off until then.
    await (globalThis as unknown as Drawing).scheduler.postTask(() => {}, { priority: 'user-blocking' })
  }
}

/** From a click on a head until the rows in their new order have been drawn. */
export async function sortIn({ head, body }: { head: string; body: string }): Promise<number> {
  const button = document.querySelector<HTMLElement>(head)
  const rows = document.querySelector(body)
  if (!button || !rows) throw new Error(`There is no ${head} or no ${body}.`)
  const changed = new Promise<void>((done, fail) => {
    setTimeout(() => fail(new Error(`A click on ${head} changes nothing.`)), 60_000)
    const observer = new MutationObserver(() => {
      observer.disconnect()
      ;(globalThis as unknown as Drawing).rowsDrawn(body).then(done, fail)
    })
    observer.observe(rows, { childList: true, subtree: true, characterData: true, attributeFilter: ['style'] })
  })
  const began = performance.now()
  button.click()
  await changed
  return performance.now() - began
}

/** From typing words until the rows that hold them have been drawn; the words are taken back afterwards. */
export async function filterIn({
  input,
  body,
  words,
}: {
  input: string
  body: string
  words: string
}): Promise<number> {
  const field = document.querySelector<HTMLInputElement>(input)
  const frame = document.querySelector(body)?.closest('.table-frame')
  if (!field || !frame) throw new Error(`There is no ${input} or no ${body}.`)
  const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
  const type = async (text: string) => {
    const changed = new Promise<void>((done, fail) => {
      setTimeout(() => fail(new Error(`Typing “${text}” changes nothing.`)), 60_000)
      const observer = new MutationObserver(() => {
        observer.disconnect()
        ;(globalThis as unknown as Drawing).rowsDrawn(body).then(done, fail)
      })
      observer.observe(frame, { childList: true, subtree: true, characterData: true, attributeFilter: ['hidden'] })
    })
    const began = performance.now()
    setter?.call(field, text)
    field.dispatchEvent(new Event('input', { bubbles: true }))
    await changed
    return performance.now() - began
  }
  const took = await type(words)
  await type('')
  return took
}

/** The least that a new order costs: plain rows taken up and put down again, until they have been drawn. */
export async function sortPlain(body: string): Promise<number> {
  const began = performance.now()
  for (const group of document.querySelectorAll(body)) group.append(...[...group.children].reverse())
  await (globalThis as unknown as Drawing).rowsDrawn(body)
  return performance.now() - began
}

/** What a browser by itself takes to make paragraphs and to lay them out. */
export function layOut(paragraphs: number): number {
  const began = performance.now()
  const box = document.createElement('div')
  document.body.append(box)
  for (let at = 0; at < paragraphs; at++) {
    const paragraph = document.createElement('p')
    paragraph.textContent = `Paragraph ${at}`
    box.append(paragraph)
  }
  box.getBoundingClientRect()
  box.remove()
  return performance.now() - began
}
