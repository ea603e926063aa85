// What people did, in words. Without zod, for the browser. `labels.test.ts` holds this against every action that is written anywhere.

/** What is kept beside entries, each with its article. */
const KEPT = {
  party: 'a party',
  speaker: 'a speaker',
  topic: 'a topic',
  demand: 'a demand',
  event: 'an event',
  source: 'a source',
}
const ofEach = (action: string, label: string): Record<string, string> =>
  Object.fromEntries(Object.entries(KEPT).map(([kind, one]) => [`${action} ${kind}`, `${label} ${one}`]))

/** Read after a name: “Ada approved and published”. */
const BY_SUBJECT = {
  'On the way to readers': {
    'start draft': 'began a draft',
    'merge draft': 'merged a draft with a newer state',
    'discard draft': 'threw a draft away',
    'send for review': 'sent for review',
    'take on': 'took on a review, or gave it back',
    remark: 'remarked in a review',
    'request changes': 'asked for changes',
    retract: 'took back what was sent',
    reject: 'rejected',
    publish: 'approved and published',
    withdraw: 'withdrew',
    'undo to revision': 'began to go back to an earlier state',
  },
  'Undo in bulk': {
    'propose undo': 'proposed to undo',
    'retract undo': 'took back a proposal to undo',
    'reject undo': 'rejected a proposal to undo',
    'undo in bulk': 'approved an undo: undone',
  },
  Sources: {
    'use source': 'used a known source',
    'store text': 'stored a newer text',
    'resolve flag': 'dealt with a flag',
  },
  Imports: {
    import: 'imported from the command line',
    amend: 'amended by an import from the command line',
    'begin import': 'began an import',
    'map import': 'said what the columns of an import are',
    'run import': 'imported into drafts',
    'cancel import': 'stopped an import',
    'discard import': 'threw an import away',
    'take back drafts': 'took back the drafts of an import',
    'file entry': 'filed a draft by script',
  },
  'Reference data': {
    'open negotiation': 'opened a negotiation',
    'amend negotiation': 'amended a negotiation',
    'reword demand': 'gave a demand another wording',
    'confirm wording': 'confirmed stances under a new wording',
    ...ofEach('add', 'added'),
    ...ofEach('amend', 'amended'),
    ...ofEach('move', 'moved'),
    ...ofEach('merge', 'merged'),
    ...ofEach('undo merge of', 'undid the merging of'),
  },
  'Kept views': {
    'keep view': 'kept a view',
    'amend view': 'amended a kept view',
    'forget view': 'threw a kept view away',
  },
  Accounts: {
    invite: 'invited somebody',
    'revoke invitation': 'took back an invitation',
    'accept invitation': 'accepted an invitation',
    'change role': 'gave another role',
    'disable account': 'disabled an account',
    'enable account': 'enabled an account',
    'give access': 'made a way back in',
    'reset admin': 'reset an admin from the command line',
    'rename oneself': 'changed the own name',
  },
  'Signing in': {
    'sign in': 'signed in',
    'sign out': 'signed out',
    'revoke sessions': 'signed other browsers out',
    'ask for a new password': 'asked for a new password',
    'set password': 'set a new password',
    'set password, second factor taken away': 'set a new password; the second factor was taken away',
    'change password': 'changed the password',
    'begin second factor': 'began to set up a second factor',
    'set up second factor': 'set up a second factor',
    'remove second factor': 'removed the second factor',
    'renew recovery codes': 'renewed the recovery codes',
    'make token': 'made a token for scripts',
    'revoke token': 'revoked a token for scripts',
  },
  Exports: {
    'export activity log': 'exported the activity log',
  },
} satisfies Record<string, Record<string, string>>

/** Kinds of action under their headings, for a choice. */
export const ACTION_GROUPS: readonly (readonly [string, readonly (readonly [string, string])[]])[] = Object.entries(
  BY_SUBJECT,
).map(([heading, actions]) => [heading, Object.entries(actions)] as const)

const LABELS = new Map<string, string>(ACTION_GROUPS.flatMap(([, actions]) => actions))

/** An action as it is told; one that a newer version wrote, as it is stored. */
export const actionLabel = (action: string): string => LABELS.get(action) ?? action
export const knowsAction = (action: string): boolean => LABELS.has(action)

const SUBJECTS: Record<string, string> = {
  entry: 'Entry',
  draft: 'Draft',
  source: 'Source',
  speaker: 'Speaker',
  person: 'Account',
  link: 'Invitation',
  'kept view': 'Kept view',
  negotiation: 'Negotiation',
  party: 'Party',
  topic: 'Topic',
  demand: 'Demand',
  event: 'Event',
  undo: 'Undo',
  import: 'Import',
  token: 'Token',
  'activity log': 'Activity log',
}
export const SUBJECT_KINDS: readonly (readonly [string, string])[] = Object.entries(SUBJECTS)

export const subjectLabel = (kind: string): string => SUBJECTS[kind] ?? kind
export const knowsSubject = (kind: string): boolean => kind in SUBJECTS
