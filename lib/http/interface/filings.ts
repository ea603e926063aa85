// Every address at which scripts file. A route under app/api/v1 is one line that names its filing.
import 'server-only'
import { z } from 'zod'
import { fileEntry } from '@/lib/domain/filing/file-entry'
import { fileSource } from '@/lib/domain/filing/file-source'
import { fileTable } from '@/lib/domain/filing/file-table'
import {
  filedEntryAnswer,
  filedEntrySchema,
  filedImportAnswer,
  filedSourceAnswer,
  filedSourceSchema,
} from '@/lib/domain/filing/schema'
import { slug } from '@/lib/domain/text/schema'
import { siteUrl } from '@/lib/site-url'
import { type Filing, jsonOf } from './filing'

const none = z.strictObject({})

export const fileSourceHere: Filing<typeof none> = {
  path: '/api/v1/sources',
  summary: 'Add a source with its text. One that is there already, by its address or its words, is named instead.',
  scope: 'sources',
  query: none,
  takes: { 'application/json': { schema: filedSourceSchema } },
  gives: filedSourceAnswer,
  file: async (actor, _, body) => {
    // What was sent is checked by the write itself; its type says so only where it passes.
    const answer = await fileSource(actor, jsonOf(body) as Parameters<typeof fileSource>[1])
    return { answer, made: answer.added, location: `${siteUrl()}/desk/sources/${answer.source}` }
  },
}

export const fileEntryHere: Filing<typeof none> = {
  path: '/api/v1/entries',
  summary: 'File one entry as a draft. Its author sends it for review at the desk.',
  scope: 'entries',
  query: none,
  takes: { 'application/json': { schema: filedEntrySchema } },
  gives: filedEntryAnswer,
  file: async (actor, _, body) => {
    const answer = await fileEntry(actor, jsonOf(body) as Parameters<typeof fileEntry>[1])
    const place = answer.draft ? `drafts/${answer.draft}` : `entries/${answer.entry}`
    return { answer, made: answer.made, location: `${siteUrl()}/desk/${place}` }
  },
}

const importQuery = z.strictObject({
  negotiation: slug.describe('The negotiation that the entries are of.'),
  dryRun: z.enum(['true', 'false']).optional().describe('With true the same report is given and nothing is made.'),
})

export const fileTableHere: Filing<typeof importQuery> = {
  path: '/api/v1/import',
  summary: 'Import a table as drafts: all of it, or nothing and every fault.',
  scope: 'import',
  query: importQuery,
  takes: {
    'text/csv': { words: 'A table whose first line names the fields, as the desk’s import does.' },
    'application/json': {
      schema: z.array(filedEntrySchema.omit({ negotiation: true })).describe('A list of entries.'),
    },
  },
  gives: filedImportAnswer,
  file: async (actor, { negotiation, dryRun }, { bytes }) => {
    const answer = await fileTable(actor, { negotiation, bytes, dryRun: dryRun === 'true' })
    return {
      answer,
      made: answer.import !== null,
      location: answer.import && `${siteUrl()}/desk/imports/${answer.import}`,
    }
  },
}

export const FILINGS = [fileSourceHere, fileEntryHere, fileTableHere] as unknown as readonly Filing[]
