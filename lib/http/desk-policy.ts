/**
 * The policy of the desk, whose pages are made for one reader at one request: inline scripts run by the nonce of that request. Files of
 * our own may be scripts too ('self'): the theme is read before the first paint by one that every page of the site shares.
 */
export const deskPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
