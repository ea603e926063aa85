// Pages that other sites may show in a frame. They leave without a script, so that one line of HTML is all it takes, nothing of ours
// runs in somebody else's page, and the policy can forbid scripts altogether.

export const isEmbed = (url: string): boolean => url.startsWith('/embed/')

const SCRIPT = /<script\b[^>]*>[\s\S]*?<\/script>/g
const FETCHED_FOR_SCRIPTS = /<link\b[^>]*\bas="script"[^>]*>|<link\b[^>]*\brel="modulepreload"[^>]*>/g

/** Without scripts, and with links that leave the frame: the pages they lead to may not be framed. */
export const toEmbedPage = (html: string): string =>
  html.replace(SCRIPT, '').replace(FETCHED_FOR_SCRIPTS, '').replace('<head>', '<head><base target="_blank"/>')

export const EMBED_HEADERS: Record<string, string> = {
  'content-security-policy': [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    'frame-ancestors *',
  ].join('; '),
  'cross-origin-resource-policy': 'cross-origin',
}
