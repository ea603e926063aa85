import { extractText, getDocumentProxy, getMeta } from 'unpdf'
import { dayIn } from './metadata'
import { oneLine } from './one-line'
import { type Reading, UnreadableDocument } from './reading'

const MOST_PAGES = 500

/** The text layer of a PDF, page after page. Scripts in it are not run, and code is not made from its fonts. */
export async function readPdf(bytes: Uint8Array): Promise<Reading> {
  const pdf = await getDocumentProxy(bytes, {
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: 0,
  }).catch((error: Error) => {
    throw new UnreadableDocument(
      error.name === 'PasswordException'
        ? 'The PDF is locked with a password.'
        : 'The file is not a PDF that can be read. Paste its text.',
    )
  })
  if (pdf.numPages > MOST_PAGES)
    throw new UnreadableDocument(`The PDF has more than ${MOST_PAGES} pages. Paste the part that is cited.`)
  const { text: pages } = await extractText(pdf, { mergePages: false })
  const text = pages.join('\n\n').trim()
  if (!text) throw new UnreadableDocument('The PDF has no text layer: it is a picture of text. Paste its text.')
  const { info } = await getMeta(pdf)
  const written = /^D:(\d{4})(\d{2})(\d{2})/.exec(String(info.CreationDate ?? ''))
  return {
    text,
    title: oneLine(info.Title, 300),
    publisher: '',
    authors: oneLine(info.Author, 300),
    published: written ? dayIn(`${written[1]}-${written[2]}-${written[3]}`) : '',
    language: '',
    addresses: [],
  }
}
