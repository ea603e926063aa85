import { z } from 'zod'
import { negotiationRow, ROWS } from './rows'

/** The version of the file format; data/codebook.md describes it. */
export const FORMAT = 'position-tracker/1'

/** One negotiation as a file. Field order is the order in which an export writes them. */
export const datasetSchema = z.strictObject({
  format: z.literal(FORMAT),
  negotiation: negotiationRow,
  parties: z.array(ROWS.parties),
  speakers: z.array(ROWS.speakers),
  topics: z.array(ROWS.topics),
  demands: z.array(ROWS.demands),
  events: z.array(ROWS.events),
  sources: z.array(ROWS.sources),
  entries: z.array(ROWS.entries),
})
export type Dataset = z.infer<typeof datasetSchema>
