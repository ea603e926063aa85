import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits, for a link or a cookie. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What is stored of it: with 256 bits to guess, a plain hash does. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('base64url')
