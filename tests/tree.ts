// The project as text: what the house rules look at, and what a planted violation is built from.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Path from the root, with forward slashes, to content. */
export type Tree = ReadonlyMap<string, string>

export const treeOf = (files: Record<string, string>): Tree => new Map(Object.entries(files))

const BINARY = /\.(png|jpe?g|ico|webp|woff2?|gz|zip|pdf)$/

/**
 * Every text file of the project that is not ignored by .gitignore. Read from disk, so that it holds in an unpacked archive too.
 * .gitignore is kept to three forms: "/path", "name/" and "*.ending".
 */
export function readTree(root: string): Tree {
  const ignored = ignoreRules(readFileSync(path.join(root, '.gitignore'), 'utf8'))
  const tree = new Map<string, string>()
  const walk = (folder: string) => {
    for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
      const file = folder ? `${folder}/${entry.name}` : entry.name
      if (entry.name === '.git' || ignored(file, entry.isDirectory())) continue
      if (entry.isDirectory()) walk(file)
      else if (!BINARY.test(file)) tree.set(file, readFileSync(path.join(root, file), 'utf8'))
    }
  }
  walk('')
  return tree
}

export function ignoreRules(gitignore: string): (file: string, isFolder: boolean) => boolean {
  const tests = gitignore
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => {
      if (/^\/[^*?[\]!]+$/.test(line)) return (file: string) => file === line.replace(/^\/|\/$/g, '')
      if (/^[^/*?[\]!]+\/$/.test(line))
        return (file: string, isFolder: boolean) => isFolder && path.basename(file) === line.slice(0, -1)
      if (/^\*\.[\w.-]+$/.test(line)) return (file: string) => file.endsWith(line.slice(1))
      throw new Error(`.gitignore: "${line}" is none of the three forms that the house rules read.`)
    })
  return (file, isFolder) => tests.some((test) => test(file, isFolder))
}
