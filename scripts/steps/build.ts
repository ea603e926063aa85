import { rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { OperatorError } from '@/lib/operator-error'
import { fingerprint, readStamp } from './fingerprint'
import { alone, claimBuild, servingFromBuild } from './guard'
import { step } from './progress'
import { runNode } from './run'

/** Everything that goes into a build. The data do not: pages are made from the database, on request. */
const SOURCES = [
  ...[
    'app',
    'components',
    'lib',
    'public',
    'prisma/schema.prisma',
    'proxy.ts',
    'instrumentation.ts',
    'instrumentation-client.ts',
  ],
  ...['next.config.ts', 'postcss.config.mjs', 'tsconfig.json', 'package.json', 'package-lock.json'],
]
const GENERATED = join('lib', 'db', 'generated')
const STAMP = join('.next', 'parley-build')

/** Builds the site when there is no build, or when its sources have changed. Of two starts that find it so, one builds and the other waits. */
export async function ensureBuild(url: string): Promise<void> {
  const wanted = fingerprint(SOURCES, (path) => path === GENERATED || /\.test\.tsx?$/.test(path))
  if (readStamp(STAMP) !== wanted)
    await step('Build', async (say, result) =>
      alone('build', say, async () => {
        result('built')
        if (readStamp(STAMP) === wanted) return
        refuseToPullAway()
        say('building; the first time takes about half a minute')
        rmSync(STAMP, { force: true })
        const next = createRequire(import.meta.url).resolve('next/dist/bin/next')
        await runNode(
          [next, 'build'],
          'Building',
          (line) => say(`building: ${line.replace(/^[✓▲○\s]+/, '').slice(0, 60)}`),
          {
            NODE_ENV: 'production',
            NEXT_TELEMETRY_DISABLED: '1',
          },
        )
        writeFileSync(STAMP, wanted)
        claimBuild(url)
      }),
    )
  claimBuild(url)
}

/** A build replaces files that a running server still hands out. */
function refuseToPullAway(): void {
  const [other] = servingFromBuild()
  if (other)
    throw new OperatorError(
      `The sources have changed since the Parley at ${other.note} (process ${other.pid}) was built, and it still runs from this folder.\n` +
        'Stop it first (Ctrl-C there), then start again.',
    )
}
