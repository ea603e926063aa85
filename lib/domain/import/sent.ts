/** What came of the next drafts of an import: how many are under review, and which stay drafts and why. */
export type Sent = {
  sent: number
  after: number
  left: number
  refused: { draft: string; row: number; text: string }[]
}
