import type { Metadata } from 'next'
import type { Filing } from '@/lib/http/interface/filing'
import { FILINGS } from '@/lib/http/interface/filings'
import { filingParametersOf, type Parameter, parametersOf } from '@/lib/http/interface/openapi'
import type { Operation } from '@/lib/http/interface/operation'
import { OPERATIONS } from '@/lib/http/interface/operations'

export const metadata: Metadata = {
  title: 'Interface',
  description: 'Every view of Parley as JSON, CSV and feeds: addresses, parameters and answers.',
}

type Schema = { type?: string; enum?: string[]; items?: Schema; format?: string; minimum?: number; maximum?: number }

function valuesOf(schema: Schema): string {
  if (schema.items) return `any of: ${valuesOf(schema.items)}`
  if (schema.enum) return schema.enum.join(', ')
  if (schema.format) return schema.format
  if (schema.type === 'integer') return `${schema.minimum} to ${schema.maximum}`
  return schema.type === 'boolean' ? 'true or false' : 'text'
}

function Parameters({ of }: { of: readonly Parameter[] }) {
  if (of.length === 0) return null
  return (
    <dl className="mt-2 grid grid-cols-[minmax(6.5rem,auto)_1fr] gap-x-4 gap-y-1.5">
      {of.map((parameter) => (
        <div key={parameter.name} className="contents">
          <dt>
            <code>{parameter.name}</code>
          </dt>
          <dd>
            {parameter.description} <span className="meta">{valuesOf(parameter.schema as Schema)}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}

function FilingSection({ filing }: { filing: Filing }) {
  return (
    <section className="mt-8">
      <h3 className="text-[1.0625rem] break-words">
        <code>{`POST ${filing.path}`}</code>
      </h3>
      <p className="mt-1">
        {filing.summary}{' '}
        <span className="meta">
          takes {Object.keys(filing.takes).join(' or ')} · token with “{filing.scope}”
        </span>
      </p>
      <Parameters of={filingParametersOf(filing)} />
    </section>
  )
}

function OperationSection({ operation }: { operation: Operation }) {
  return (
    <section className="mt-8">
      <h3 className="text-[1.0625rem] break-words">
        <code>GET {operation.path}</code>
      </h3>
      <p className="mt-1">
        {operation.summary} <span className="meta">{operation.gives.type}</span>
      </p>
      <Parameters of={parametersOf(operation)} />
    </section>
  )
}

/** Made from the same operations as the routes and the OpenAPI file, so that it cannot fall behind them. */
export default function InterfacePage() {
  return (
    <article className="mx-auto max-w-[52rem] [overflow-wrap:anywhere] px-6 pt-8 text-[1.0313rem]">
      <h1 className="text-[2rem]">The interface</h1>
      <p className="mt-3">
        Every view of this site as data, for reading, without a key and from any site; and filing drafts, with a token.
        For programs:{' '}
        <a className="quiet-link" href="/api/v1/openapi.json">
          the same in OpenAPI 3.1
        </a>
        .
      </p>
      <ul className="mt-3 list-disc space-y-1.5 pl-5">
        <li>
          Where several values may be named they are written with commas: <code>party=russia,ukraine</code>.
        </li>
        <li>
          Lists come in pages. <code>next</code> is the <code>cursor</code> of the next one; what is published in
          between moves no page.
        </li>
        <li>
          An unknown parameter is refused. Errors are <code>application/problem+json</code> and name every fault.
        </li>
        <li>
          Answers have an <code>ETag</code>; ask again with <code>If-None-Match</code>. Too many requests from one
          address are answered with 429 and <code>Retry-After</code>.
        </li>
        <li>
          Lists and tables say which state of{' '}
          <a className="quiet-link" href="/data#check">
            the chain
          </a>{' '}
          they are of: in <code>chain</code>, and in the header <code>Parley-Chain-Head</code>.
        </li>
        <li>
          Tables are RFC 4180 in UTF-8. A text that a spreadsheet would take for a formula, or that begins with an
          apostrophe, has one apostrophe more in front; take it away to have the text. Numbers stay numbers.
        </li>
      </ul>
      <h2 className="mt-9 text-[1.375rem]">Addresses</h2>
      {OPERATIONS.map((operation) => (
        <OperationSection key={operation.path} operation={operation} />
      ))}
      <h2 className="mt-9 text-[1.375rem]">Filing by script</h2>
      <p className="mt-2">
        People with an account at the desk make tokens there. What a script files are drafts: their author sends them
        for review, and a second person decides. Each request has an <code>Idempotency-Key</code>; the same key with the
        same request has the same answer. Faults come all at once, each with its code.
      </p>
      {FILINGS.map((filing) => (
        <FilingSection key={filing.path} filing={filing} />
      ))}
      <h2 className="mt-9 mb-2 text-[1.375rem]">Feeds of shifts and corrections</h2>
      <p>
        <code>/feeds/{'{negotiation}'}.atom</code>,{' '}
        <code>
          /feeds/{'{negotiation}'}/party/{'{party}'}.atom
        </code>{' '}
        and{' '}
        <code>
          /feeds/{'{negotiation}'}/demand/{'{demand}'}.atom
        </code>
        : the fifty newest; <code>/feeds/corrections.atom</code>: what was corrected, re-coded or withdrawn. With{' '}
        <code>.json</code> in place of <code>.atom</code> as JSON Feed.
      </p>
      <h2 className="mt-9 mb-2 text-[1.375rem]">Citing</h2>
      <p>
        <code>/e/{'{id}'}/cite.txt</code> for an entry and{' '}
        <code>
          /{'{negotiation}'}/on/{'{day}'}/cite.txt
        </code>{' '}
        for the table as of a day, with <code>/known/{'{day}'}</code> before the last part as it was known on another;
        likewise <code>cite.bib</code>, <code>cite.ris</code> and <code>cite.csl.json</code>.
      </p>
    </article>
  )
}
