// What of lib/domain is changed, and which tests must notice.
import { closureOf, importsPackage } from '@/tests/imports'
import { readTree } from '@/tests/tree'

/** `pure`: files that load nothing of the server, by the unit tests. `writes`: those that read or write the record, by the database tests. */
export type Kind = 'pure' | 'writes'
export const TESTS: Record<Kind, string> = { pure: 'unit', writes: 'db' }

/** The files of some nouns, or of all. Tests are none, and neither is a file of types alone: there is nothing in it to change. */
export function filesOf(root: string, kind: Kind, nouns: readonly string[]): string[] {
  const tree = readTree(root)
  return [...tree.keys()]
    .filter((file) => /^lib\/domain\/.*\.ts$/.test(file) && !file.endsWith('.test.ts'))
    .filter((file) => nouns.length === 0 || nouns.includes(file.split('/')[2] as string))
    .filter((file) => isOfServer(file, tree) === (kind === 'writes'))
    .sort()
}

const isOfServer = (file: string, tree: ReturnType<typeof readTree>) =>
  [...closureOf(file, tree)].some((loaded) => importsPackage(loaded, 'server-only', tree))
