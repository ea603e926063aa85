// What a module really imports: '@/…' and relative paths end at the same file, so that no spelling walks round a zone.
import path from 'node:path'
import type { Tree } from './tree'

const IMPORT = /(?:^|[^\w$.'"`])(?:from|import|require)\s*\(?\s*(['"`])([^'"`\n]+)\1/g

/** A file of the project, or the name of a package as it was written. */
export type Imported = { file: string } | { package: string }

export function importsOf(file: string, tree: Tree): Imported[] {
  const found = (tree.get(file) ?? '').matchAll(IMPORT)
  return [...found].map((match) => resolveImport(match[2] as string, file, tree))
}

export function resolveImport(specifier: string, from: string, tree: Tree): Imported {
  const target = specifier.startsWith('@/')
    ? path.posix.normalize(specifier.slice(2))
    : /^\.\.?(\/|$)/.test(specifier)
      ? path.posix.join(path.posix.dirname(from), specifier)
      : null
  if (target === null) return { package: specifier }
  const bare = target.replace(/\.(m|c)?jsx?$/, '')
  const candidates = [target, ...['.ts', '.tsx', '/index.ts', '/index.tsx'].map((ending) => bare + ending)]
  // What is not in the tree (generated code) keeps its path, so that its zone still counts.
  return { file: candidates.find((candidate) => tree.has(candidate)) ?? target }
}

export const importsPackage = (file: string, name: string, tree: Tree): boolean =>
  importsOf(file, tree).some((it) => 'package' in it && (it.package === name || it.package.startsWith(`${name}/`)))

export const filesImportedBy = (file: string, tree: Tree): string[] =>
  importsOf(file, tree).flatMap((it) => ('file' in it ? [it.file] : []))

/** Every module that loading this one loads, itself first. */
export function closureOf(file: string, tree: Tree): Set<string> {
  const seen = new Set([file])
  for (const at of seen) for (const next of filesImportedBy(at, tree)) seen.add(next)
  return seen
}

/** The tree without what only the type checker reads: what is left is loaded when the program runs. */
export const asLoaded = (tree: Tree): Tree =>
  new Map([...tree].map(([file, text]) => [file, text.replace(/^(import|export) type [^'"]*(['"])[^'"]*\2/gm, '')]))
