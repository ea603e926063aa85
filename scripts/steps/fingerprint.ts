import { createHash } from 'node:crypto'
import { type Dirent, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** A hash over the contents of files and folders, by which a product knows whether it is made from them as they are. Missing ones count as missing. */
export function fingerprint(paths: string[], skip: (path: string) => boolean = () => false): string {
  const hash = createHash('sha256').update(process.version)
  const visit = (path: string): void => {
    if (skip(path) || !existsSync(path)) return
    if (statSync(path).isDirectory()) {
      const entries: Dirent[] = readdirSync(path, { withFileTypes: true })
      for (const name of entries.map((entry) => entry.name).sort()) visit(join(path, name))
    } else {
      const content = readFileSync(path)
      hash.update(`${path}\0${content.length}\0`).update(content)
    }
  }
  for (const path of paths) visit(path)
  return hash.digest('hex')
}

export function readStamp(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null
}
