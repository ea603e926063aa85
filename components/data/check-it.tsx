import { Section } from '@/components/ui/section'
import type { ChainHead } from '@/lib/domain/chain/schema'
import { formatMoment } from '@/lib/domain/time/moment'

/** How anybody can tell later that nothing of the history was changed: the head to note, the file, and the program that checks it. */
export function CheckIt({ head, site }: { head: ChainHead | null; site: string }) {
  return (
    <Section title="Check that nothing was changed">
      <div className="space-y-3" id="check">
        <p>
          Every state of an entry and every publication is a link of a chain: its hash rests on all that came before.
          Whoever notes the newest hash can tell later whether any of it was changed, put in or taken out.
        </p>
        {head && (
          <p className="border-l-2 border-line-strong pl-3.5 [overflow-wrap:anywhere]">
            <span className="meta">
              The newest, link {head.number.toLocaleString('en-GB')}, published {formatMoment(head.at)}
            </span>
            <br />
            <code>{head.hash}</code>
          </p>
        )}
        <p>
          <a href="/api/v1/chain.jsonl" className="quiet-link">
            The whole chain as a file
          </a>{' '}
          holds every revision and publication that readers see;{' '}
          <a href="/check.mjs" className="quiet-link">
            check.mjs
          </a>{' '}
          is a short program that checks it with nothing but{' '}
          <a href="https://nodejs.org" className="quiet-link" rel="noopener">
            Node
          </a>
          . With a hash that you noted earlier it says whether everything up to there is as it was:
        </p>
        <pre className="overflow-x-auto border border-line bg-band p-3 text-[0.875rem]">
          <code>{`curl -O ${site}/api/v1/chain.jsonl\ncurl -O ${site}/check.mjs\nnode check.mjs chain.jsonl${head ? ` ${head.hash}` : ''}`}</code>
        </pre>
        <p className="meta">
          Of what was withdrawn, and of revisions that nobody has published, the file has the hash alone and not the
          words. The tables above bear the beginning of the newest hash in the names of their files.
        </p>
      </div>
    </Section>
  )
}
