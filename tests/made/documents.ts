// Documents that exist only in tests: a page of a newspaper and a PDF, made as small as they may be.
import { deflateSync } from 'node:zlib'

export const PARAGRAPHS = Array.from(
  { length: 8 },
  (_, at) =>
    `Paragraph ${at + 1} of the made report says, among other things, that both sides met and that talks go on.`,
)

type Page = { title?: string; head?: string; paragraphs?: string[]; language?: string }

export const madePage = ({
  title = 'A made report',
  head = '',
  paragraphs = PARAGRAPHS,
  language = 'en-GB',
}: Page = {}) => `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${title} | Made Gazette</title><meta property="og:site_name" content="Made Gazette">${head}</head>
<body><nav><a href="/">Home</a></nav><article><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}</article></body></html>`

/** One page of text, line under line; its stream packed or not. */
export function madePdf(lines: readonly string[], { stream }: { stream?: Buffer } = {}): Buffer {
  const drawn = lines.map((line) => `(${line.replace(/[\\()]/g, '\\$&')}) Tj 0 -16 Td`).join(' ')
  const content = stream ?? deflateSync(`BT /F1 11 Tf 60 760 Td ${drawn} ET`)
  return Buffer.concat([
    Buffer.from(`%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>endobj
4 0 obj<</Length ${content.length}/Filter/FlateDecode>>stream
`),
    content,
    Buffer.from(`
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
6 0 obj<</Title(A made document)/Author(Made Ministry)/CreationDate(D:20240502120000Z)>>endobj
trailer<</Root 1 0 R/Info 6 0 R>>
`),
  ])
}
