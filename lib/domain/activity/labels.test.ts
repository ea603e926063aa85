// Every action and kind of subject that is written anywhere in lib has its words.
import { describe, expect, test } from 'vitest'
import { readTree, type Tree, treeOf } from '@/tests/tree'
import { knowsAction, knowsSubject } from './labels'

const QUOTED = /'([^'\n]+)'/g
const WAYS = [
  // action: 'publish' · action: disabled ? 'disable account' : 'enable account'
  /\baction:\s*((?:'[^'\n]*'|[^,{}'])+)/g,
  // A write of one's own that names its action in the call.
  /withPassword\(\s*\w+,\s*\w+,\s*('[^']+')/g,
  // Rows that are written in SQL: the actor, then the action.
  /insert into audit \(actor, action[^)]*\)\s*(?:select|values \()\s*[^,]+,\s*('[^']+')/g,
]
const SUBJECT_WAYS = [
  /\bsubjectKind:\s*((?:'[^'\n]*'|[^,{}'])+)/g,
  /\bnoun:\s*('[^']+')/g,
  /insert into audit \(actor, action, subject_kind[^)]*\)\s*(?:select|values \()\s*[^,]+,\s*'[^']+',\s*('[^']+')/g,
]
/** What only passes on what its callers name. */
const PASSES_ON = ['lib/db/write.ts', 'lib/domain/account/with-password.ts']

/** action: `amend ${kind}` is one for each kind. */
const KINDS = ['party', 'speaker', 'topic', 'demand', 'event', 'source']
const TEMPLATE = /\baction:\s*`([^`$]*)\$\{[^}]*\}`/g

/** A condition before a question mark is no name. */
const names = (expression: string) =>
  [...expression.replace(/^[^?]*\?/, '').matchAll(QUOTED)].map(([, name]) => name as string)
const ofLib = (tree: Tree) =>
  [...tree].filter(([file]) => file.startsWith('lib/') && /\.ts$/.test(file) && !/\.test\.ts$|\/generated\//.test(file))
const found = (tree: Tree, ways: RegExp[]) =>
  ofLib(tree).flatMap(([file, text]) =>
    ways.flatMap((way) =>
      [...text.matchAll(way)].flatMap(([, part]) => names(part as string).map((name) => ({ file, name }))),
    ),
  )
const actionsOf = (tree: Tree) => [
  ...found(tree, WAYS),
  ...ofLib(tree).flatMap(([file, text]) =>
    [...text.matchAll(TEMPLATE)].flatMap(([, start]) => KINDS.map((kind) => ({ file, name: `${start}${kind}` }))),
  ),
]

const project = readTree('.')
const writers = ofLib(project)
  .filter(([, text]) => /subjectKind:|insert into audit|withPassword\(/.test(text))
  .map(([file]) => file)
  .filter((file) => !PASSES_ON.includes(file) && !file.startsWith('lib/domain/activity/'))

describe('every action that is written', () => {
  const actions = actionsOf(project).filter(({ file }) => !file.startsWith('lib/domain/activity/labels'))
  test('has its words', () => {
    expect(actions.filter(({ name }) => !knowsAction(name))).toEqual([])
    expect(actions.length).toBeGreaterThan(40)
  })
  test('is found in each file that writes an audit row', () => {
    expect(writers.filter((file) => !actions.some((action) => action.file === file))).toEqual([])
  })
})

test('every kind of subject has its words', () => {
  expect(found(project, SUBJECT_WAYS).filter(({ name }) => !knowsSubject(name))).toEqual([])
})

test('one that is planted is found, however it is written', () => {
  const planted = treeOf({
    'lib/a.ts': "note({ action: 'one', subjectKind: 'x' })\nnote({\n  action: a === 'no' ? 'two, too' : 'three',\n})",
    'lib/b.ts': "withPassword(me, input, 'four', work)",
    'lib/d.ts': `note({ action: \`amend $\{kind}\`, subjectKind: kind })`,
    'lib/c.ts':
      "insert into audit (actor, action, subject_kind, subject_id, details)\n select 'me', 'five', 'y', l.id, null",
  })
  expect(actionsOf(planted).map(({ name }) => name)).toEqual([
    'one',
    'two, too',
    'three',
    'four',
    'five',
    ...KINDS.map((kind) => `amend ${kind}`),
  ])
})
