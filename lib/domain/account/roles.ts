// Who may do what at the desk: one table, and nothing else decides. Pure.

export const ROLES = ['analyst', 'researcher', 'editor', 'admin'] as const
export type Role = (typeof ROLES)[number]

export const ROLE_LABELS: Record<Role, { label: string; meaning: string }> = {
  analyst: { label: 'Analyst', meaning: 'keeps views and private notes, reads stored texts' },
  researcher: { label: 'Researcher', meaning: 'adds sources, writes entries and sends them for review' },
  editor: { label: 'Editor', meaning: 'reviews, publishes and withdraws, and does what researchers do' },
  admin: { label: 'Admin', meaning: 'invites people and gives roles, and does what editors do' },
}

const PERMISSIONS = {
  /** Signed in at all. */
  'enter the desk': ['analyst', 'researcher', 'editor', 'admin'],
  'keep views and notes': ['analyst', 'researcher', 'editor', 'admin'],
  'read stored texts': ['analyst', 'researcher', 'editor', 'admin'],
  'add sources': ['researcher', 'editor', 'admin'],
  'write drafts': ['researcher', 'editor', 'admin'],
  'send for review': ['researcher', 'editor', 'admin'],
  /** Of what somebody else wrote; the domain and the database see to that. */
  review: ['editor', 'admin'],
  withdraw: ['editor', 'admin'],
  /** Proposing it and, of what somebody else proposed, deciding. */
  'undo in bulk': ['editor', 'admin'],
  'amend reference data': ['editor', 'admin'],
  'open negotiations': ['editor', 'admin'],
  'read the activity log': ['editor', 'admin'],
  'manage people': ['admin'],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof PERMISSIONS
export const ALL_PERMISSIONS = Object.keys(PERMISSIONS) as Permission[]

export const roleMay = (role: Role, permission: Permission): boolean =>
  (PERMISSIONS[permission] as readonly Role[]).includes(role)

/** Those who can publish or let people in must have a second factor. */
export const needsSecondFactor = (role: Role): boolean => role === 'editor' || role === 'admin'
