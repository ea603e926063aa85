'use server'
import { redirect } from 'next/navigation'
import { describedIn } from '@/app/(desk)/desk/sources/source-form'
import type { KnownSource } from '@/components/source-desk/known-source'
import type { Proposal } from '@/components/source-desk/new-source'
import type { Actor } from '@/lib/domain/account/actor'
import { addSource } from '@/lib/domain/source/add-source'
import type { Origin } from '@/lib/domain/source/desk-schema'
import type { Known } from '@/lib/domain/source/find-known'
import { normaliseText } from '@/lib/domain/source/normalise'
import { type Preview, previewSource } from '@/lib/domain/source/preview-source'
import { hashOfText } from '@/lib/domain/source/text-hash'
import { act, fieldsOf } from '@/lib/http/action'
import type { FormState } from '@/lib/http/form-state'

export async function previewHere(before: FormState, form: FormData): Promise<FormState & { proposal?: Proposal }> {
  let proposal: Proposal | undefined
  const state = await act(before, async ({ actor }) => {
    proposal = proposalOf(await previewOf(await actor(), form))
    return { done: 'Read. Look at it below.' }
  })
  return { ...state, proposal }
}

async function previewOf(actor: Actor, form: FormData): Promise<Preview> {
  const { way, url, text } = fieldsOf(form, ['way', 'url', 'text'])
  const file = form.get('file')
  if (way === 'text') return previewSource(actor, { text, url: url.trim() || null })
  if (way === 'file' && file instanceof File)
    return previewSource(actor, {
      file: { name: file.name.slice(-300), type: file.type, bytes: new Uint8Array(await file.arrayBuffer()) },
    })
  return previewSource(actor, { url: url.trim() })
}

export async function addHere(before: FormState, form: FormData): Promise<FormState & { known?: KnownSource }> {
  let known: KnownSource | undefined
  const state = await act(before, async ({ actor }) => {
    const { negotiation, text, origin, fetchedUrl, sha256 } = fieldsOf(form, [
      'negotiation',
      'text',
      'origin',
      'fetchedUrl',
      'sha256',
    ])
    // Words that somebody changed by hand are not what was fetched.
    const isAsRead = hashOfText(normaliseText(text)) === sha256
    const added = await addSource(await actor(), {
      ...describedIn(form),
      negotiation,
      text,
      origin: isAsRead ? (origin as Origin) : 'pasted',
      fetchedUrl: fetchedUrl || null,
      isAnother: form.get('isAnother') === 'on',
    })
    if (added.added) redirect(`/desk/sources/${added.slug}`)
    known = shown(added.known)
    return { problem: 'Not added: it is there already. Look above.' }
  })
  return { ...state, known }
}

const shown = ({ by, source: { slug, title, publisher } }: Known): KnownSource => ({ by, slug, title, publisher })

function proposalOf({ told, known, text, sha256, origin, fetchedUrl }: Preview): Proposal {
  return {
    text,
    sha256,
    origin,
    fetchedUrl: fetchedUrl ?? '',
    known: known && shown(known),
    fields: {
      ...told,
      kind: 'news',
      publisherFlag: '',
      titleBasis: 'page',
      publishedBasis: told.published ? 'page' : 'not given on the page',
      grade: 'C',
      note: '',
      archivedUrl: '',
    },
  }
}
