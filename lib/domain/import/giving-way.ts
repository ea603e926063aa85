/** Lets what waits meanwhile be answered, before long work goes on. */
export const givingWay = (): Promise<void> => new Promise((go) => setImmediate(go))

const LONGEST_MS = 12

/** Called after each small step of long work: gives way as often as it must, and no oftener. */
export function pacer(): () => Promise<void> | undefined {
  let since = performance.now()
  return () => {
    if (performance.now() - since < LONGEST_MS) return undefined
    return givingWay().then(() => {
      since = performance.now()
    })
  }
}
