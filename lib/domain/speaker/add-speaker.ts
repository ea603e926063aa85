import 'server-only'
import { z } from 'zod'
import { write } from '@/lib/db/write'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { DomainError } from '@/lib/domain/error'
import { parse } from '@/lib/domain/parse'
import { slug } from '@/lib/domain/text/schema'
import { speakerSchema } from './schema'

const addSchema = z.strictObject({
  negotiation: slug,
  party: slug,
  ...speakerSchema.pick({ name: true, office: true, affiliation: true }).shape,
})

/** A person who speaks for a party. Readers see them with the first entry that quotes them. One who is there already, by name, is given instead. */
export async function addSpeaker(actor: Actor, input: z.input<typeof addSchema>) {
  allow(actor, 'write drafts')
  const wanted = parse(addSchema, input)
  const { added: _, ...speaker } = await write(
    actor.id,
    async (transaction, note) => {
      const negotiation = await transaction.negotiation.findUnique({ where: { slug: wanted.negotiation } })
      const party =
        negotiation &&
        (await transaction.party.findUnique({
          where: { negotiationId_slug: { negotiationId: negotiation.id, slug: wanted.party } },
        }))
      if (!party) throw new DomainError('NOT_FOUND', 'This negotiation has no such party.')
      // One at a time: two who add the same name at once get the same speaker.
      await transaction.$queryRaw`select 1 from party where id = ${party.id} for update`
      const known = await transaction.speaker.findFirst({
        where: {
          partyId: party.id,
          mergedIntoId: null,
          name: { equals: wanted.name, mode: 'insensitive' },
          office: wanted.office,
        },
      })
      const row =
        known ??
        (await transaction.speaker.create({
          data: {
            negotiationId: party.negotiationId,
            partyId: party.id,
            slug: await freeSlug(wanted.name, async (text) => {
              const here = { negotiationId: party.negotiationId, slug: text }
              return Boolean(
                (await transaction.speaker.findUnique({ where: { negotiationId_slug: here } })) ??
                  (await transaction.formerAddress.findFirst({ where: { kind: 'speaker', ...here } })),
              )
            }),
            name: wanted.name,
            office: wanted.office,
            affiliation: wanted.affiliation,
            ordinal: (await transaction.speaker.count({ where: { negotiationId: party.negotiationId } })) + 1,
            addedBy: actor.id,
          },
        }))
      if (!known)
        note({ action: 'add speaker', subjectKind: 'speaker', subjectId: row.slug, details: { name: row.name } })
      return {
        slug: row.slug,
        name: row.name,
        office: row.office,
        affiliation: row.affiliation,
        party: wanted.party,
        added: !known,
      }
    },
    ({ added }) => added,
  )
  return speaker
}

/** The last word of the name in plain letters, with a number behind it where that is taken. */
async function freeSlug(name: string, isTaken: (slug: string) => Promise<boolean>): Promise<string> {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  const base = (plain.split('-').at(-1) || 'speaker').slice(0, 60)
  for (let at = 1; ; at++) {
    const slug = at === 1 ? base : `${base}-${at}`
    if (!(await isTaken(slug))) return slug
  }
}
