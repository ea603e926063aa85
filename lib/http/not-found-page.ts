import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** How a page of Next begins in which nothing is until a script of the browser has run: what it sends when a page finds nothing to show. */
const EMPTY = Buffer.from('<!DOCTYPE html><html id="__next_error__">')
const BUILT = '.next/server/app/_not-found.html'
let built: Buffer | undefined

/** In the place of such a page the one that was built for all that is not there, which can be read without any script. */
export function fillNotFound(body: Buffer): Buffer {
  if (!body.subarray(0, EMPTY.length).equals(EMPTY)) return body
  built ??= readFileSync(join(process.cwd(), BUILT))
  return built
}
