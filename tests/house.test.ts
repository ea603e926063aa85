import path from 'node:path'
import { describe, expect, test } from 'vitest'
import * as rules from './house-rules'
import { ignoreRules, readTree, type Tree, treeOf } from './tree'

const project = readTree(path.resolve(import.meta.dirname, '..'))

/** For each rule: a tree that breaks it once, and one that looks alike and does not. */
const planted: Record<keyof typeof houseRules, { bad: Record<string, string>; good: Record<string, string> }> = {
  onlyActionsUseServer: {
    bad: { 'app/(desk)/desk/form.tsx': "export async function save() {\n  'use server'\n}" },
    good: {
      'app/(desk)/desk/actions.ts': "'use server'\nexport async function save() {}",
      'app/a.ts': "// 'use server' is elsewhere",
    },
  },
  domainReadsAndWritesAreServerOnly: {
    bad: { 'lib/domain/entry/submit-for-review.ts': "import { write } from '../../db/write'" },
    good: {
      'lib/domain/entry/submit-for-review.ts': "import 'server-only'\nimport { write } from '@/lib/db/write'",
      'lib/domain/entry/rules.ts': "import { day } from '@/lib/domain/time/day'",
    },
  },
  rulesAndSchemasArePure: {
    bad: {
      'lib/domain/entry/rules.ts': "import { a } from './a'",
      'lib/domain/entry/a.ts': "import 'server-only'",
    },
    good: {
      'lib/domain/entry/rules.ts': "import { a } from './a'",
      'lib/domain/entry/a.ts': "import { z } from 'zod'",
    },
  },
  theDeskAsksWhoIsThere: {
    bad: { 'app/(desk)/desk/queue/page.tsx': 'export default async function Page() { return null }' },
    good: {
      'app/(desk)/desk/page.tsx': 'export default async function Page() { const { actor } = await requireActor() }',
      'app/(desk)/desk/reset/page.tsx': 'export default function Page() { return null }',
      'app/(desk)/desk/actions.ts': "'use server'\nexport const save = async () => actAs((actor) => save(actor))",
    },
  },
  noBarrels: {
    bad: { 'components/ui/index.ts': "// all of it\nexport * from './button'\nexport { type A, b } from './field'\n" },
    good: { 'components/ui/index.ts': "export * from './button'\nexport const own = 1\n" },
  },
  noVagueNames: {
    bad: { 'lib/http/utils.test.ts': '' },
    good: { 'lib/http/csv.ts': '', 'lib/common-law.ts': '' },
  },
  noLongFiles: {
    bad: { 'lib/long.ts': 'x\n'.repeat(rules.LONGEST + 1) },
    good: {
      'lib/long.ts': 'x\n'.repeat(rules.LONGEST),
      'lib/db/generated/client.ts': 'x\n'.repeat(999),
      'e2e/a.spec.ts': 'x\n'.repeat(999),
    },
  },
  noMachineInFiles: {
    bad: { 'deploy/parley.service': `ExecStart=${['', 'root', 'parley'].join('/')}` },
    good: { 'data/ukraine.json': '"address": "https://example.org/work/root/1"', 'README.md': 'the work/root of it' },
  },
  arrowsRunOneWay: {
    bad: { 'lib/domain/entry/rules.ts': "import { a } from './../../../components/ui/a'", 'components/ui/a.tsx': '' },
    good: {
      'components/ui/a.tsx': "import { b } from './b'",
      'components/ui/b.tsx': '',
      'app/page.tsx': "import { a } from '@/components/ui/a'",
    },
  },
  componentsLoadNothingOfTheServer: {
    bad: {
      'components/entry/form.tsx': "import { a } from '@/lib/domain/entry/a'",
      'lib/domain/entry/a.ts': "export { submit } from './submit'",
      'lib/domain/entry/submit.ts': "import 'server-only'",
    },
    good: { 'components/entry/form.tsx': "import { a } from '@/lib/domain/entry/a'", 'lib/domain/entry/a.ts': '' },
  },
  onlyLibKnowsPrisma: {
    bad: { 'scripts/count.ts': "import { PrismaPg } from '@prisma/adapter-pg'" },
    good: { 'lib/db/client.ts': "import { PrismaPg } from '@prisma/adapter-pg'" },
  },
  theProxyDecidesNothing: {
    bad: { 'proxy.ts': "import { roleMay } from '@/lib/domain/account/roles'", 'lib/domain/account/roles.ts': '' },
    good: { 'proxy.ts': "import { deskPolicy } from '@/lib/http/desk-policy'", 'lib/http/desk-policy.ts': '' },
  },
  noZodInTheBrowser: {
    bad: {
      'components/a.tsx': "'use client'\nimport { label } from '@/lib/domain/entry/schema'",
      'lib/domain/entry/schema.ts': "import { z } from 'zod'",
    },
    good: {
      'components/a.tsx': "'use client'\nimport type { Entry } from '@/lib/domain/entry/schema'",
      'components/b.tsx': "import { schema } from '@/lib/domain/entry/schema'",
      'lib/domain/entry/schema.ts': "import { z } from 'zod'",
    },
  },
  noWaitingForTime: {
    bad: { 'e2e/a.spec.ts': 'await page.waitForTimeout(500)' },
    good: { 'e2e/a.spec.ts': 'test.setTimeout(60_000)', 'tests/a.test.ts': 'setTimeout(done, 5)' },
  },
}

const { LONGEST: _, ...houseRules } = rules

describe.each(Object.entries(houseRules))('%s', (name, rule) => {
  const { bad, good } = planted[name as keyof typeof houseRules]
  test('holds in this project', () => expect(rule(project)).toEqual([]))
  test('finds a planted violation', () => expect(rule(treeOf(bad))).toHaveLength(1))
  test('lets its like pass', () => expect(rule(treeOf(good))).toEqual([]))
})

describe('zones', () => {
  const importing = (from: string, specifier: string, also: Record<string, string> = {}) =>
    rules.arrowsRunOneWay(treeOf({ [from]: `import x from '${specifier}'`, ...also }))

  test.each([
    ['app/page.tsx', '@/lib/db/read'],
    ['app/page.tsx', '../lib/db/read'],
    ['app/(desk)/desk/page.tsx', '@/lib/db/generated/client'],
    ['components/entry/card.tsx', '@/app/page'],
    ['components/entry/card.tsx', './../../app/page'],
    ['components/entry/card.tsx', '@/lib/domain/entry/queries'],
    ['components/ui/button.tsx', '@/lib/domain/entry/schema'],
    ['components/ui/button.tsx', '@/components/entry/card'],
    ['components/ui/button.tsx', '../entry/card'],
    ['lib/domain/entry/rules.ts', '@/lib/http/action'],
    ['lib/db/read.ts', '@/lib/domain/entry/schema'],
    ['lib/db/read.ts', '../domain/entry/schema'],
    ['lib/settings.ts', '@/scripts/start'],
    ['scripts/start.ts', '../lib/db/generated/client'],
    ['next.config.ts', './lib/db/generated/enums'],
  ])('%s may not import %s', (from, specifier) => {
    const ending = { 'lib/domain/entry/queries.ts': '' }
    expect(importing(from, specifier, ending)).not.toEqual([])
  })

  test.each(['export * from', 'import', 'await import(', 'require(', 'import type { A } from', 'export { a } from'])(
    'sees %s',
    (form) => {
      const code = `${form} '@/lib/db/read'${form.endsWith('(') ? ')' : ''}`
      expect(rules.arrowsRunOneWay(treeOf({ 'app/page.tsx': code }))).toHaveLength(1)
    },
  )
})

describe('the machine', () => {
  const word = (...parts: string[]) => parts.join('')
  test.each([
    ['README.md', word('cd /wo', 'rk/main')],
    ['README.md', word('/Us', 'ers/anna/parley')],
    ['.npmrc', word('registry=https://registry.', 'npmjs.org/')],
    ['package-lock.json', '{ "resolved": "https://example.org/a.tgz" }'],
  ])('is found in %s: %s', (file, text) => {
    expect(rules.noMachineInFiles(treeOf({ [file]: text }))).toHaveLength(1)
  })
})

describe('the tree', () => {
  test('holds the project', () => {
    for (const file of [
      'package.json',
      'package-lock.json',
      'prisma/schema.prisma',
      'tests/house.test.ts',
      '.gitignore',
    ])
      expect([...project.keys()]).toContain(file)
    expect([...project.keys()].filter((file) => file.startsWith('node_modules/') || file.startsWith('.next/'))).toEqual(
      [],
    )
  })

  test('reads .gitignore, and refuses a line that it cannot read', () => {
    const ignored = ignoreRules('# built\n/.next\n/lib/db/generated/\nnode_modules/\n*.tsbuildinfo\n')
    expect(['.next', 'lib/db/generated', 'a/node_modules'].every((folder) => ignored(folder, true))).toBe(true)
    expect(ignored('tsconfig.tsbuildinfo', false)).toBe(true)
    expect(ignored('lib/db/client.ts', false) || ignored('app/.next-thing', true)).toBe(false)
    expect(() => ignoreRules('!kept')).toThrow('none of the three forms')
  })
})

test('every rule that is exported is tried here', () => {
  const tried: Tree = treeOf(Object.fromEntries(Object.keys(planted).map((name) => [name, ''])))
  expect([...tried.keys()].sort()).toEqual(Object.keys(houseRules).sort())
})
