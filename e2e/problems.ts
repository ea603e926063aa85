import type { BrowserContext } from '@playwright/test'

/** What went wrong in a browser without anybody looking: collected for every page of the context, from before its first script. */
export async function collectProblems(context: BrowserContext, home: string): Promise<string[]> {
  const problems: string[] = []
  context.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console.error: ${message.text()} (${message.location().url})`)
  })
  // Uncaught errors, and rejected promises that nobody handled.
  context.on('weberror', (error) => problems.push(`uncaught: ${error.error()}`))
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (/^https?:$/.test(protocol) && origin !== home) problems.push(`a request to somebody else: ${request.url()}`)
  })
  await context.exposeBinding('reportViolation', (_, text: string) => {
    problems.push(`content security policy: ${text}`)
  })
  await context.addInitScript(() => {
    const { reportViolation } = window as unknown as { reportViolation: (text: string) => void }
    document.addEventListener('securitypolicyviolation', (event) =>
      reportViolation(
        `${event.effectiveDirective} blocks ${event.blockedURI} (${event.sourceFile}:${event.lineNumber})`,
      ),
    )
  })
  return problems
}
