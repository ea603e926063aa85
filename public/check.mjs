// Checks the record of a Parley site, as /api/v1/chain.jsonl gives it, with Node alone:
//
//   node check.mjs parley-chain.jsonl [HASH]
//
// HASH is a head that was noted earlier, from the data page or from an export: then it says whether all that was published up to there
// still is as it was.
import { createHash } from 'node:crypto'
import { createReadStream, realpathSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'

const sha256 = (text) => createHash('sha256').update(text).digest('hex')
const isHash = (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)

/** One that says what is wrong, and in which line. */
class Fault extends Error {}

/**
 * Takes the lines of a file, in their order. Throws where one of them is not what it was, and gives what the file holds: how many links,
 * how many of them with their words, and the head.
 */
export async function checkChain(lines, noted = null) {
  const found = { links: 0, readable: 0, entries: 0, site: '', head: null, noted: null }
  const contents = new Set()
  const entries = new Set()
  let hash = '0'.repeat(64)
  let at = 0
  for await (const line of lines) {
    at++
    const said = parse(line, at)
    if (at === 1) {
      if (said.format !== 'parley-chain/1')
        throw new Fault('line 1: this is not a chain of Parley that this program knows')
      found.head = said.head
      found.site = String(said.site)
      continue
    }
    const number = at - 1
    const about = `line ${at}, link ${number}`
    if (said.number !== number)
      throw new Fault(`${about}: a link is missing or out of its place: it has the number ${said.number}`)
    if (said.payload !== null) {
      if (typeof said.payload !== 'string' || sha256(said.payload) !== said.payloadHash)
        throw new Fault(`${about}: what it says was changed: its words do not have the hash that was chained`)
      const content = parse(said.payload, at)
      if (content.what === 'publication' && !contents.has(content.content))
        throw new Fault(`${about}: it publishes a revision that is nowhere before it`)
      if (typeof content.entry === 'string') entries.add(content.entry)
      found.readable++
    }
    if (!isHash(said.payloadHash)) throw new Fault(`${about}: its payload has no hash`)
    hash = sha256(`{"number":${number},"payload":"${said.payloadHash}","previous":"${hash}"}`)
    if (hash !== said.hash) throw new Fault(`${about}: its hash is not that of what it says and of the link before it`)
    contents.add(said.payloadHash)
    if (hash === noted) found.noted = number
    found.links = number
  }
  if (at === 0) throw new Fault('the file is empty')
  if ((found.head?.number ?? 0) !== found.links)
    throw new Fault(`the file ends after link ${found.links}; its head is link ${found.head?.number}: it is not whole`)
  if (found.head && found.head.hash !== hash) throw new Fault('line 1: the head is not the last link')
  found.entries = entries.size
  return found
}

function parse(line, at) {
  try {
    const value = JSON.parse(line)
    if (value !== null && typeof value === 'object') return value
  } catch {}
  throw new Fault(`line ${at}: it cannot be read`)
}

async function main([file, noted]) {
  if (!file || (noted !== undefined && !isHash(noted.toLowerCase()))) {
    console.error('Usage: node check.mjs FILE [HASH]     (HASH: 64 characters, a head noted earlier)')
    return 2
  }
  try {
    const found = await checkChain(
      createInterface({ input: createReadStream(file), crlfDelay: Infinity }),
      noted?.toLowerCase(),
    )
    console.log(
      `The chain is whole: ${found.links} links of ${found.entries} entries, ${found.readable} of them with their words.`,
    )
    if (found.head) console.log(`  head ${found.head.number} ${found.head.hash}, published ${found.head.at}`)
    if (noted === undefined) return 0
    if (found.noted === null) {
      console.error(
        'The head that you noted is not of this chain: what was published before was replaced, or it is another site’s.',
      )
      return 1
    }
    console.log(`  the head that you noted is link ${found.noted}: everything up to there is as it was`)
    return 0
  } catch (error) {
    if (!(error instanceof Fault) && error.code === undefined) throw error
    console.error(`Not whole. ${error.message}`)
    return 1
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href)
  process.exitCode = await main(process.argv.slice(2))
