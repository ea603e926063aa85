import 'server-only'
import type { z } from 'zod'
import { type Actor, allow } from '@/lib/domain/account/actor'
import { DomainError } from '@/lib/domain/error'
import { parse } from '@/lib/domain/parse'
import { addSource } from '@/lib/domain/source/add-source'
import { type filedSourceAnswer, filedSourceSchema } from './schema'

/** Adds a source with its text by script. One that is there already is used; one that is only like another is for a person to look at. */
export async function fileSource(
  actor: Actor,
  input: z.input<typeof filedSourceSchema>,
): Promise<z.infer<typeof filedSourceAnswer>> {
  allow(actor, 'add sources')
  const told = parse(filedSourceSchema, input)
  const added = await addSource(actor, { ...told, origin: 'pasted', fetchedUrl: null })
  if (added.added) return { source: added.slug, added: true }
  const { by, source } = added.known
  if (by === 'likeness')
    throw new DomainError(
      'CONFLICT',
      `Nearly the same text is stored as ${source.slug}. Look at it; if this is another article, send isAnother.`,
      [{ at: 'text', text: `is nearly that of ${source.slug}` }],
    )
  return { source: source.slug, added: false }
}
