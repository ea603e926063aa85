import { type ChildProcess, spawn } from 'node:child_process'
import { OperatorError } from '@/lib/operator-error'
import { endWithUs } from './closing'
import { rememberChild, survivorGone } from './guard'

/**
 * Runs a program of the project with this Node. `onLine` hears every line it prints; when it fails, all of them are shown.
 * It runs in a session of its own, so that Ctrl-C reaches it through us and not beside us.
 */
export async function runNode(
  args: string[],
  what: string,
  onLine: (line: string) => void,
  env: Record<string, string> = {},
): Promise<void> {
  await survivorGone(what, onLine)
  const child: ChildProcess = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    env: { ...process.env, ...env },
  })
  endWithUs(child)
  const forget = rememberChild(what, child)
  let output = ''
  const hear = (chunk: Buffer) => {
    output += chunk
    for (const line of String(chunk).split('\n')) if (line.trim()) onLine(line.trim())
  }
  child.stdout?.on('data', hear)
  child.stderr?.on('data', hear)
  const code = await new Promise((done, fail) => {
    child.on('error', fail)
    child.on('close', (exitCode, signal) => done(signal ?? exitCode))
  })
  forget()
  if (code !== 0) throw new OperatorError(`${what} failed (${code}). All that it said:\n\n${output.trim()}`)
}
