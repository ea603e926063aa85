import { execFile } from 'node:child_process'
import { PROJECT } from './parley'

export type Outcome = { code: number; said: string }

/** npm run NAME -- ARGUMENTS on the embedded database of a folder, as an operator types it. */
export const npmRun = (data: string, name: string, ...given: string[]): Promise<Outcome> =>
  new Promise((done) => {
    const env = { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production' as const, PARLEY_DATA: data }
    execFile('npm', ['run', '--silent', name, '--', ...given], { cwd: PROJECT, env }, (error, stdout, stderr) =>
      done({ code: (error?.code as number | undefined) ?? 0, said: stdout + stderr }),
    )
  })
