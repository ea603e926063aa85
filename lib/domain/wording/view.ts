// The wordings of a demand, as plain data.

/** What readers see of one: what was said, from when, and why it was said anew. */
export type Wording = {
  number: number
  proposition: string
  lowEnd: string
  highEnd: string
  /** An ISO instant. */
  since: string
  reason: string | null
}

/** An entry coded under words that are not in force any more, and that nobody has confirmed under those that are. */
export type EarlierCoded = {
  id: string
  party: string
  stance: string
  heldFrom: string
  summary: string
  /** The wording that it was coded under. */
  wording: number
}

export type DeskWordings = {
  /** Newest first. */
  wordings: (Wording & { by: string | null })[]
  /** How many entries readers see of the demand. */
  entries: number
  earlier: EarlierCoded[]
}
