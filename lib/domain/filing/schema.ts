import { z } from 'zod'
import { ATTRIBUTIONS, QUOTE_KINDS } from '@/lib/domain/citation/kinds'
import { SALIENCES } from '@/lib/domain/entry/kinds'
import { DATE_PRECISIONS } from '@/lib/domain/entry/schema'
import { BASES, SHIFT_KINDS } from '@/lib/domain/shift/kinds'
import { describedSchema } from '@/lib/domain/source/desk-schema'
import { STANCES } from '@/lib/domain/stance/scale'
import { slug } from '@/lib/domain/text/schema'

const named = z.string().describe('A slug, or a name as the record has it.')
const day = z.string().describe('A day, as 2025-12-14.')

/** What is filed as one entry. The words are looked up and checked as in an import; this says what there is. */
export const filedEntrySchema = z.strictObject({
  negotiation: slug,
  key: z.string().max(200).optional().describe('Your own name for the entry, by which it is recognised later.'),
  party: named,
  demand: named,
  stance: z.enum(STANCES),
  heldFrom: day,
  datePrecision: z.enum(DATE_PRECISIONS).optional(),
  salience: z.enum(SALIENCES).nullable().optional(),
  summary: z.string().describe('In our own words, up to 200 characters.'),
  terms: z.string().nullable().optional().describe('Needed where the stance is conditional.'),
  shift: z
    .strictObject({
      type: z.enum(SHIFT_KINDS),
      basis: z.enum(BASES).optional(),
      note: z.string().nullable().optional(),
    })
    .nullable()
    .optional(),
  event: named.nullable().optional(),
  citations: z
    .array(
      z.strictObject({
        source: z.string().describe('The slug or the address of a source whose text is stored.'),
        quote: z.string().describe('The exact words, as they stand in the stored text.'),
        prefix: z.string().optional().describe('What stands just before, where the words stand in several places.'),
        quoteKind: z.enum(QUOTE_KINDS),
        speaker: named.nullable().optional(),
        attribution: z.enum(ATTRIBUTIONS),
        saidOn: day.nullable().optional(),
      }),
    )
    .min(1)
    .max(20),
})

export const filedSourceSchema = z.strictObject({
  negotiation: slug,
  ...describedSchema.shape,
  titleBasis: describedSchema.shape.titleBasis.default('page'),
  publishedBasis: describedSchema.shape.publishedBasis.default('page'),
  publisherFlag: describedSchema.shape.publisherFlag.default(null),
  url: describedSchema.shape.url.default(null),
  published: describedSchema.shape.published.default(null),
  note: describedSchema.shape.note.default(null),
  authors: describedSchema.shape.authors.default(null),
  archivedUrl: describedSchema.shape.archivedUrl.default(null),
  text: z.string().describe('The text that is stored and that words are cited from, up to 400,000 characters.'),
  isAnother: z.boolean().default(false).describe('You have looked: it only resembles a source that is there.'),
})

export const filedSourceAnswer = z.strictObject({
  source: slug,
  added: z.boolean().describe('False where it was there already and is used in the negotiation now.'),
})

export const filedEntryAnswer = z.strictObject({
  draft: z.string().nullable().describe('The draft, for its author to look at and send for review.'),
  entry: z.string().nullable().describe('The entry of the record that says the same already.'),
  made: z.boolean().describe('False where it was there already.'),
})

const shown = z.strictObject({ stance: z.enum(STANCES), heldFrom: z.string() }).nullable()

export const filedImportAnswer = z.strictObject({
  import: z.string().nullable().describe('Its id; null of a dry run, or where nothing was to be made.'),
  dryRun: z.boolean(),
  rows: z.number().int(),
  entries: z.number().int(),
  drafts: z.number().int().describe('How many drafts were made, or would be.'),
  recognised: z
    .array(
      z.strictObject({
        row: z.number().int(),
        as: z.enum(['draft', 'entry']),
        id: z.string(),
        by: z.enum(['key', 'content']),
      }),
    )
    .describe('What was there already.'),
  moves: z
    .array(
      z.strictObject({
        demand: z.string(),
        party: z.string(),
        from: shown,
        to: shown,
        entries: z.number().int(),
      }),
    )
    .describe('What readers would see change if all drafts were published.'),
})
