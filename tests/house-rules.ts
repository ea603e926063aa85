// The rules of the house that Biome cannot say. Each takes a tree and returns one sentence for each violation.
import path from 'node:path'
import { asLoaded, closureOf, filesImportedBy, importsPackage } from './imports'
import type { Tree } from './tree'

export type HouseRule = (tree: Tree) => string[]

const isModule = (file: string) => /\.[cm]?[jt]sx?$/.test(file)
const isTest = (file: string) => /^(tests|e2e)\//.test(file) || /\.(test|spec)\.tsx?$/.test(file)
const isGenerated = (file: string) => file.startsWith('lib/db/generated')
const isServerOnly = (file: string, tree: Tree) => importsPackage(file, 'server-only', tree)
const modules = (tree: Tree) => [...tree.keys()].filter((file) => isModule(file) && !isGenerated(file))
const ours = (tree: Tree) => modules(tree).filter((file) => !isTest(file))

export const onlyActionsUseServer: HouseRule = (tree) =>
  ours(tree)
    .filter((file) => !/^actions\.tsx?$/.test(path.posix.basename(file)))
    .filter((file) => /^\s*(['"])use server\1/m.test(tree.get(file) as string))
    .map((file) => `${file} says 'use server'; only a file called actions.ts may.`)

/** A query, or anything in the domain that touches the database, must never reach a browser. */
export const domainReadsAndWritesAreServerOnly: HouseRule = (tree) =>
  ours(tree)
    .filter((file) => file.startsWith('lib/domain/'))
    .filter((file) => /\/queries\.ts$/.test(file) || filesImportedBy(file, tree).some((to) => to.startsWith('lib/db/')))
    .filter((file) => !isServerOnly(file, tree))
    .map((file) => `${file} reads or writes the record and does not import 'server-only'.`)

export const rulesAndSchemasArePure: HouseRule = (tree) =>
  ours(tree)
    .filter((file) => /^lib\/domain\/.*\/(rules|schema)\.ts$/.test(file))
    .flatMap((file) =>
      [...closureOf(file, tree)]
        .filter((to) => to.startsWith('lib/db/') || isServerOnly(to, tree))
        .map((to) => `${file} must be pure, but loads ${to}.`),
    )

/** Pages before a sign-in; every other page of the desk is for those who are signed in. */
const BEFORE_SIGN_IN = /^app\/\(desk\)\/desk\/(sign-in|accept|reset)\//

/** No page and no action leans on the proxy, or on another page: each asks by itself who is there, so that it holds without them. */
export const theDeskAsksWhoIsThere: HouseRule = (tree) =>
  ours(tree)
    .filter((file) => file.startsWith('app/(desk)/'))
    .flatMap((file) => {
      const code = tree.get(file) as string
      if (/\/page\.tsx$/.test(file) && !BEFORE_SIGN_IN.test(file))
        return /await require(Actor|Me)\(\)/.test(code) ? [] : [`${file} does not ask who is signed in.`]
      if (!/\/actions\.ts$/.test(file)) return []
      const exported = code.split(/^export /m).slice(1)
      return exported
        .filter((text) => !/\b(act|actAs)\(/.test(text))
        .map((text) => `${file}: ${text.split('\n')[0]} does not go through act or actAs.`)
    })

/** Only re-exports: a second name for every module behind it. */
export const noBarrels: HouseRule = (tree) =>
  ours(tree)
    .filter((file) => /^index\.[jt]sx?$/.test(path.posix.basename(file)))
    .filter((file) => {
      const code = (tree.get(file) as string).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
      return (
        code.replace(/export\s+(type\s+)?(\*(\s+as\s+\w+)?|\{[^}]*\})\s+from\s+(['"])[^'"]+\4;?/g, '').trim() === ''
      )
    })
    .map((file) => `${file} only re-exports; import from the file that says it.`)

const VAGUE = /^(utils?|helpers?|common|misc)$/

export const noVagueNames: HouseRule = (tree) =>
  [...tree.keys()]
    .filter((file) => !isGenerated(file))
    .filter((file) => file.split('/').some((part) => VAGUE.test(part.replace(/\..*$/, ''))))
    .map((file) => `${file} does not say what it holds.`)

export const LONGEST = 300

export const noLongFiles: HouseRule = (tree) =>
  ours(tree)
    .map((file) => ({ file, lines: (tree.get(file) as string).trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > LONGEST)
    .map(({ file, lines }) => `${file} has ${lines} lines; ${LONGEST} is the end.`)

// The look-behind lets addresses of the web pass that have such a folder in their path.
const MACHINE = [/(?<![\w.\-/])\/(?:work|root|Users|home\/(?!parley\b)\w+)\//, /registry\.npmjs/, /_auth[T]oken/]

export const noMachineInFiles: HouseRule = (tree) =>
  [...tree].flatMap(([file, text]) => [
    ...MACHINE.flatMap((pattern) => {
      const found = pattern.exec(text)
      return found ? [`${file} names a machine or a registry: ${found[0]}`] : []
    }),
    ...(file === 'package-lock.json' && text.includes('"resolved"')
      ? [`${file} says where packages were fetched from.`]
      : []),
  ])

type Zone = { name: string; of: RegExp; not: RegExp; except?: RegExp }

// biome.json says the same by spelling; here every path has been followed to its file.
const ZONES: Zone[] = [
  { name: 'app', of: /^app\//, not: /^(lib\/db|scripts|tests|e2e|bench)\// },
  { name: 'components', of: /^components\//, not: /^(app|lib\/db|scripts|tests|e2e|bench)\/|\/queries\.tsx?$/ },
  { name: 'components/ui', of: /^components\/ui\//, not: /^(lib\/domain|components)\//, except: /^components\/ui\// },
  { name: 'lib', of: /^lib\//, not: /^(app|components|scripts|tests|e2e|bench)\// },
  { name: 'lib/domain', of: /^lib\/domain\//, not: /^lib\/http\// },
  { name: 'lib/db', of: /^lib\/db\//, not: /^lib\/(domain|http)\// },
  { name: 'everything but lib', of: /^(?!lib\/)/, not: /^lib\/db\/generated/ },
]

export const arrowsRunOneWay: HouseRule = (tree) =>
  ours(tree).flatMap((file) =>
    ZONES.filter((zone) => zone.of.test(file)).flatMap((zone) =>
      filesImportedBy(file, tree)
        .filter((to) => zone.not.test(to) && !zone.except?.test(to))
        .map((to) => `${file} imports ${to}; ${zone.name} may not.`),
    ),
  )

/** Components take data and an action: nothing that they load may read or write the record. */
export const componentsLoadNothingOfTheServer: HouseRule = (tree) =>
  ours(tree)
    .filter((file) => file.startsWith('components/'))
    .flatMap((file) =>
      [...closureOf(file, tree)]
        .filter((to) => isServerOnly(to, tree))
        .map((to) => `${file} loads ${to}, which is for the server only.`),
    )

export const onlyLibKnowsPrisma: HouseRule = (tree) =>
  ours(tree)
    .filter((file) => !file.startsWith('lib/') && file !== 'prisma.config.ts' && importsPackage(file, '@prisma', tree))
    .map((file) => `${file} imports Prisma; only lib/ may.`)

/** The proxy was passed by in 2025 and 2026 (decision 0005). What knows of no account can decide nothing. */
export const theProxyDecidesNothing: HouseRule = (tree) =>
  [...(tree.has('proxy.ts') ? closureOf('proxy.ts', tree) : [])]
    .filter((to) => /^lib\/(domain|db)\//.test(to))
    .map((to) => `proxy.ts loads ${to}; who may do what is asked in lib/domain.`)

/** zod would weigh 90 kB in the browser, and its probe for eval is a violation of the content security policy. */
export const noZodInTheBrowser: HouseRule = (tree) => {
  const loaded = asLoaded(tree)
  return ours(tree)
    .filter((file) => /^\s*(\/\/[^\n]*\n\s*)*['"]use client['"]/.test(tree.get(file) as string))
    .flatMap((file) =>
      [...closureOf(file, loaded)]
        .filter((to) => importsPackage(to, 'zod', loaded))
        .map((to) => `${file} loads ${to}, and with it zod.`),
    )
}

/** A test that waits for time to pass is slow on one machine and wrong on another. */
export const noWaitingForTime: HouseRule = (tree) =>
  [...tree.keys()]
    .filter(
      (file) =>
        /^e2e\/.*\.spec\.ts$/.test(file) &&
        /waitForTimeout|networkidle|setTimeout\(/.test((tree.get(file) as string).replace(/test\.setTimeout\(/g, '')),
    )
    .map((file) => `${file} waits for time instead of for what it wants to see.`)
