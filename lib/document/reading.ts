/** What was read out of an article: its text, and what it says about itself. Each is a proposal for the person who adds it. */
export type Reading = {
  text: string
  title: string
  publisher: string
  authors: string
  /** YYYY-MM-DD, as the document writes it; empty when it does not say. */
  published: string
  /** A language tag; empty when the document does not say. */
  language: string
  /** Addresses that the document gives as its own, the most trusted first. */
  addresses: string[]
}

/** Of a document that says nothing about itself. */
export const NOTHING_SAID = { title: '', publisher: '', authors: '', published: '', language: '', addresses: [] }

export type DocumentKind = 'html' | 'text' | 'pdf'

export type Document = {
  bytes: Uint8Array
  kind: DocumentKind
  /** As the server named it, or empty. */
  charset: string
  /** Where it was fetched, or empty. */
  url: string
}

/** Why nothing could be read, in words for the person who gave the document. */
export class UnreadableDocument extends Error {}

const isPdf = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')

/** Told by the bytes first, then by what the server or the name of the file says. */
export function kindOf(bytes: Uint8Array, contentType: string, name = ''): DocumentKind {
  if (isPdf(bytes)) return 'pdf'
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? ''
  if (type === 'text/html' || type === 'application/xhtml+xml' || /\.x?html?$/i.test(name)) return 'html'
  if (type === 'text/plain' || /\.(txt|text|md)$/i.test(name)) return 'text'
  if (type === '' || type === 'application/octet-stream')
    return /^[\s\uFEFF]*<(!doctype html|html|head|body)/i.test(Buffer.from(bytes.subarray(0, 1024)).toString('latin1'))
      ? 'html'
      : 'text'
  throw new UnreadableDocument(`This is ${type}. Only web pages, plain text and PDF with a text layer are read.`)
}
