import type { IncomingMessage } from 'node:http'
import { AWAY } from './problem'
import { isData, type Refusal, refuse } from './refusal'
import type { RequestAtHand } from './request-at-hand'

/** What a reader is told instead of an answer that could not be made: why, what to do, and the number of the request. */
export function failureOf(req: IncomingMessage, { id, away }: RequestAtHand): Refusal {
  const [status, title, text] = away
    ? [
        503,
        'The record cannot be read just now',
        'The database does not answer. Nothing is lost; try again in a moment.',
      ]
    : [500, 'This page could not be made', 'The fault is ours. The record is safe.']
  const number = `If you tell us of it, give this number: ${id}`
  if (isData(req.url ?? '') || !wantsPage(req))
    return refuse(req, status, `${title}. ${text} ${number}`, away ? AWAY : {})
  return {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', ...(away ? AWAY : {}) },
    text: `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${title} · Parley</title>
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<link rel="stylesheet" href="/failure.css">
</head>
<body>
<main>
<h1>${title}</h1>
<p>${text}</p>
<p><a href="">Try again</a></p>
<p>${number}</p>
</main>
</body>
</html>`,
  }
}

/** A page that asks for the data of the next one opens that one whole when it gets anything else. */
const wantsPage = ({ headers }: IncomingMessage): boolean =>
  headers.rsc === undefined && (headers.accept === undefined || /text\/html|\*\/\*/.test(headers.accept))
