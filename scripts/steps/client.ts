import { rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fingerprint, readStamp } from './fingerprint'
import { alone } from './guard'
import { step } from './progress'
import { runNode } from './run'

const STAMP = join('lib', 'db', 'generated', '.stamp')

/** Generates the Prisma client from schema.prisma, when the schema or Prisma has changed since the last time. */
export async function ensureClient(): Promise<void> {
  const wanted = fingerprint(['prisma/schema.prisma', 'prisma.config.ts', 'node_modules/prisma/package.json'])
  if (readStamp(STAMP) === wanted) return
  await step('Client', async (say, result) =>
    alone('client', say, async () => {
      result('database client generated')
      if (readStamp(STAMP) === wanted) return
      say('generating the database client')
      rmSync(STAMP, { force: true })
      const prisma = join(createRequire(import.meta.url).resolve('prisma/package.json'), '..', 'build', 'index.js')
      await runNode([prisma, 'generate', '--no-hints'], 'Generating the database client', () => {}, {
        // Without this Prisma downloads its engine, which generating never uses: any file that exists will do.
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        CHECKPOINT_DISABLE: '1',
      })
      writeFileSync(STAMP, wanted)
    }),
  )
}
