// Everything in the domain that somebody does under a name, asked for by each role: a new action that is not in the table below fails here.
import { resolve } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { DomainError } from '@/lib/domain/error'
import { testDatabase } from '@/tests/database'
import { makeDesk, person } from '@/tests/made/desk'
import { readTree } from '@/tests/tree'
import { type Permission, ROLES, roleMay } from './roles'

await testDatabase()
beforeAll(makeDesk)

const WHO_MAY: Partial<Record<Permission, string[]>> = {
  // countWaiting says nothing is waiting to those who do not review.
  'enter the desk': ['countWaiting', 'listNames', 'listTitles', 'listTokens', 'renameOneself', 'revokeToken'],
  'keep views and notes': ['amendView', 'forgetView', 'keepView', 'listKeptViews'],
  'read stored texts': ['findArticle', 'getDeskSource', 'getTextDiff', 'listDeskSources', 'listNegotiations'],
  'add sources': [
    'addSource',
    'amendSource',
    'fileSource',
    'previewSource',
    'refetchSource',
    'shareSource',
    'storeText',
  ],
  'write drafts': [
    ...[
      'addSpeaker',
      'beginImport',
      'cancelImport',
      'claimImport',
      'countBrought',
      'discardDraft',
      'discardImport',
      'fileEntry',
    ],
    ...[
      'fileTable',
      'getDraft',
      'getEntryHistory',
      'getImport',
      'getOpenImport',
      'getCorrections',
      'listBrought',
      'getImportProgress',
      'getReference',
      'listArticles',
      'listDrafts',
    ],
    ...['listFlags', 'listImports', 'listUses', 'mapImport', 'readRow', 'rebaseDraft', 'runImport', 'saveDraft'],
    ...['startDraft', 'startImport', 'takeBackDrafts', 'undoToRevision'],
  ],
  'send for review': ['getReview', 'listOwn', 'remark', 'retractRevision', 'sendDrafts', 'sendForReview'],
  review: [...['approveRevision', 'listQueue', 'rejectRevision', 'requestChanges', 'resolveFlag', 'takeOn']],
  withdraw: ['withdrawEntry'],
  'undo in bulk': [
    ...[
      'approveUndo',
      'countProposedUndos',
      'getUndo',
      'listUndoChoices',
      'listUndos',
      'previewUndo',
      'proposeUndo',
      'rejectUndo',
    ],
    'retractUndo',
  ],
  'amend reference data': [
    ...[
      'addRow',
      'amendRow',
      'confirmWording',
      'getDeskNegotiation',
      'getDeskWordings',
      'getRow',
      'listDeskNegotiations',
    ],
    ...['listMerges', 'listOptions', 'listRows', 'mergeRows', 'moveRow', 'previewMerge', 'rewordDemand', 'undoMerge'],
  ],
  'open negotiations': ['amendNegotiation', 'openNegotiation'],
  'read the activity log': ['exportActivity', 'listActivity', 'listActors'],
  'manage people': [
    ...['changeRole', 'giveAccess', 'invite', 'listInvitations', 'listPeople', 'revokeInvitation', 'setDisabled'],
  ],
}

const permissionOf = (name: string) =>
  (Object.keys(WHO_MAY) as Permission[]).find((permission) => WHO_MAY[permission]?.includes(name))

/** Every function that is exported and takes an actor first, by its name. */
const actions = [...readTree(process.cwd())]
  .filter(([file]) => /^lib\/domain\/.*(?<!\.test)\.ts$/.test(file))
  .flatMap(([file, text]) =>
    [...text.matchAll(/^export (?:async )?function (\w+)\(\s*actor: Actor\b/gm)].map(([, name = '']) => ({
      file,
      name,
    })),
  )
  .filter(({ name }) => !['allow', 'isAllowed'].includes(name))

test('the table names every action, and nothing else', () => {
  expect(Object.values(WHO_MAY).flat().toSorted()).toEqual([...new Set(actions.map(({ name }) => name))].toSorted())
})

describe.each(actions)('$name', ({ file, name }) => {
  test.each(ROLES)('%s', async (role) => {
    const module = await import(resolve(file))
    const permission = permissionOf(name) as Permission
    // What is sent is refused once the actor has passed, so that nothing is done.
    const outcome = await Promise.resolve()
      .then(() => module[name](person(role), {}, {}, {}))
      .then(
        () => 'let in',
        (error: unknown) => (error instanceof DomainError && error.code === 'FORBIDDEN' ? 'FORBIDDEN' : 'let in'),
      )
    expect(outcome).toBe(roleMay(role, permission) ? 'let in' : 'FORBIDDEN')
  })
})
