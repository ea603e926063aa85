import Link from 'next/link'
import type { ReactNode } from 'react'
import { DeskPage } from '@/components/desk/desk-page'
import { type Action, ActionForm } from '@/components/form/action-form'
import { Section } from '@/components/ui/section'
import type { DeskSource } from '@/lib/domain/source/desk-record-view'
import { sourceKindLabel } from '@/lib/domain/source/kinds'
import { formatDay } from '@/lib/domain/time/day'
import { formatMoment } from '@/lib/domain/time/moment'

type Props = { record: DeskSource; resolve: (flag: number) => Action; children: ReactNode }

const ORIGINS: Record<string, string> = {
  import: 'imported',
  fetched: 'fetched',
  pasted: 'pasted',
  file: 'from a file',
}

/** A source at the desk: what it is, what is flagged, what cites it, and its texts. */
export function SourceRecord({ record, resolve, children }: Props) {
  const { told, flags, entries, texts } = record
  return (
    <DeskPage
      title={told.title}
      lead={
        <>
          <bdi>{told.publisher}</bdi> · {told.published ? formatDay(told.published) : 'undated'} ·{' '}
          {sourceKindLabel(told.kind)} · grade {told.grade}
          {told.authors && (
            <>
              {' '}
              · <bdi>{told.authors}</bdi>
            </>
          )}
        </>
      }
    >
      <p className="flex flex-wrap gap-x-5 gap-y-2">
        {record.may.write && (
          <Link href={`/desk/write/${record.slug}`} prefetch={false} className="control no-underline">
            Write entries from this article
          </Link>
        )}
        {told.url && (
          <a href={told.url} rel="external noreferrer nofollow" className="quiet-link py-1.5">
            At the publisher
          </a>
        )}
        {told.archivedUrl && (
          <a href={told.archivedUrl} rel="external noreferrer nofollow" className="quiet-link py-1.5">
            Archived copy
          </a>
        )}
      </p>
      <p className="meta mt-3">
        Used in {record.negotiations.map(({ title }) => title).join(', ') || 'no negotiation'}
        {record.addedBy && `, added by ${record.addedBy}`}
      </p>
      {flags.length > 0 && (
        <Section
          title={
            flags.length === 1
              ? 'Cited words that are not there any more'
              : `${flags.length} cited passages that are not there any more`
          }
        >
          <ul>
            {flags.map((flag) => (
              <li key={flag.id} className="border-t border-line py-3">
                <p>
                  {flag.kind === 'changed' ? 'Changed' : 'Vanished'}: <q dir="auto">{flag.quote}</q>
                  {flag.wordsNow && (
                    <>
                      , now <q dir="auto">{flag.wordsNow}</q>
                    </>
                  )}
                </p>
                <p className="meta mt-1">
                  Entry {flag.entry} · noticed {formatMoment(flag.noticedAt)} by {flag.noticedBy}
                </p>
                {record.may.resolve && (
                  <ActionForm
                    action={resolve(flag.id)}
                    submit="Dealt with"
                    label={`Dealt with: ${flag.quote.slice(0, 60)}`}
                    small
                  />
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={entries.length === 1 ? 'The entry that cites it' : `${entries.length} entries that cite it`}>
        {entries.length === 0 && <p>None yet.</p>}
        <ul>
          {entries.map((entry) => (
            <li key={entry.id} className="border-t border-line py-3">
              <p>
                <strong>{entry.party}</strong> on {entry.demand}, {formatDay(entry.heldFrom)}:{' '}
                {entry.isPublished ? (
                  <a href={`/e/${entry.id}`} className="quiet-link">
                    entry {entry.id}
                  </a>
                ) : (
                  <span className="meta">entry {entry.id}, not published</span>
                )}
              </p>
              <p className="mt-1">{entry.summary}</p>
              {entry.quotes.map((quote) => (
                <blockquote key={quote} className="mt-1 border-l-2 border-line pl-3 font-serif" lang={told.language}>
                  <bdi>{quote}</bdi>
                </blockquote>
              ))}
            </li>
          ))}
        </ul>
      </Section>
      {children}
      <Section title="Texts that were stored">
        <ul>
          {texts.map((text) => (
            <li key={text.id} className="border-t border-line py-2">
              {formatMoment(text.recordedAt)}, {ORIGINS[text.origin] ?? text.origin}
              {text.recordedBy && ` by ${text.recordedBy}`}
              {text.isInForce && ', in force'} · {text.text.length.toLocaleString('en-GB')} characters ·{' '}
              {text.citations === 1 ? '1 citation' : `${text.citations} citations`}
              <br />
              <code className="meta [overflow-wrap:anywhere]">sha256 {text.sha256}</code>
            </li>
          ))}
        </ul>
      </Section>
    </DeskPage>
  )
}
