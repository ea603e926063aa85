// Biome's zones, tried: violations are planted in a folder of their own, under the project's biome.json.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '..')
const folder = mkdtempSync(path.join(tmpdir(), 'parley-lint-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const ZONE = 'lint/style/noRestrictedImports'
const importing = (specifier: string) => `import { it } from '${specifier}'\n\nexport const here = it\n`

/** File, content, and the rule that must refuse it; null where it must pass. */
const cases: [file: string, content: string, rule: string | null][] = [
  ['app/a/page.ts', importing('@/lib/db/read'), ZONE],
  ['app/b/page.ts', importing('../../components/site/header'), ZONE],
  ['app/c/page.ts', importing('./../../components/site/header'), ZONE],
  ['app/d/page.ts', importing('@prisma/client'), ZONE],
  ['app/[negotiation]/page.ts', importing('@/lib/domain/entry/queries'), null],
  ['components/entry/a.ts', importing('@/app/a/page'), ZONE],
  ['components/entry/b.ts', importing('@/lib/domain/entry/queries'), ZONE],
  ['components/entry/c.ts', importing('@/lib/db/generated/client'), ZONE],
  ['components/entry/d.ts', importing('@/lib/domain/entry/schema'), null],
  ['components/entry/e.ts', importing('@/components/ui/button'), null],
  ['components/ui/a.ts', importing('@/lib/domain/entry/schema'), ZONE],
  ['components/ui/b.ts', importing('@/components/entry/d'), ZONE],
  ['components/ui/c.ts', importing('./button'), null],
  ['lib/domain/entry/queries.ts', importing('@/lib/db/read'), null],
  ['lib/domain/entry/submit.ts', importing('@/lib/http/action'), ZONE],
  ['lib/domain/a/rules.ts', importing('@/lib/db/read'), ZONE],
  ['lib/domain/b/rules.ts', importing('server-only'), ZONE],
  ['lib/domain/c/schema.ts', importing('./queries'), ZONE],
  ['lib/domain/d/schema.ts', importing('@/lib/domain/text/schema'), null],
  ['lib/db/a.ts', importing('@/lib/domain/entry/schema'), ZONE],
  ['lib/db/b.ts', importing('@prisma/adapter-pg'), null],
  ['lib/http/a.ts', importing('@/components/ui/c'), ZONE],
  ['scripts/a.ts', importing('@/lib/db/generated/client'), ZONE],
  ['tests/a.test.ts', importing('../lib/db/generated/client'), null],
  ['lib/http/a-to-b.ts', importing('./b-to-a'), 'lint/suspicious/noImportCycles'],
  ['lib/http/b-to-a.ts', importing('./a-to-b'), 'lint/suspicious/noImportCycles'],
  ['components/ui/Button.ts', 'export const it = 1\n', 'lint/style/useFilenamingConvention'],
  ['lib/http/unused.ts', "import { it } from './b'\n", 'lint/correctness/noUnusedImports'],
  [
    'lib/http/late.ts',
    'async function save() {}\n\nexport function go() {\n  save()\n}\n',
    'lint/nursery/noFloatingPromises',
  ],
  ['components/ui/link.tsx', 'export const Link = () => <a href="/">{null}</a>\n', 'lint/a11y/useAnchorContent'],
  ['lib/http/shape.ts', 'export const it = "a";\n', 'format'],
]

type Report = { diagnostics: { category: string; location: { path: string } }[] }
let found: { file: string; rule: string }[] = []

beforeAll(() => {
  cpSync(path.join(root, 'biome.json'), path.join(folder, 'biome.json'))
  for (const [file, content] of cases) {
    mkdirSync(path.join(folder, path.dirname(file)), { recursive: true })
    writeFileSync(path.join(folder, file), content)
  }
  const biome = path.join(root, 'node_modules/@biomejs/biome/bin/biome')
  const args = [biome, 'ci', '--colors=off', '--reporter=json', '--max-diagnostics=none', '.']
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
  expect(stdout, stderr).toMatch(/^\{/)
  const { diagnostics } = JSON.parse(stdout) as Report
  found = diagnostics.map(({ category, location }) => ({ file: location.path, rule: category }))
}, 30_000)

test.each(cases)('%s', (file, _, rule) => {
  const rules = new Set(found.filter((one) => one.file === file).map((one) => one.rule))
  expect([...rules]).toEqual(rule ? [rule] : [])
})
