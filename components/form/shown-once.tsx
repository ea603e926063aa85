'use client'
import { CopyField } from '@/components/ui/copy-field'
import type { Shown } from '@/lib/http/form-state'

/** What is shown now and never again. */
export function ShownOnce({ shown }: { shown: Shown }) {
  if (shown.kind === 'link') return <CopyField label="The link, shown only now. It works once." text={shown.url} />
  if (shown.kind === 'token') return <CopyField label="The token, shown only now" text={shown.token} />
  if (shown.kind === 'codes')
    return (
      <div className="mt-4">
        <h3 className="text-lg">Your recovery codes, shown only now</h3>
        <p className="meta">Print them or write them down. Each one replaces the authenticator once.</p>
        <ul className="form-codes">
          {shown.codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
      </div>
    )
  const { secret, qr } = shown
  return (
    <div className="mt-4">
      <p>Scan this with an authenticator app, then write the code that it shows below.</p>
      <svg
        role="img"
        aria-label="QR code with the secret for your authenticator"
        className="form-qr"
        viewBox={`-2 -2 ${qr.size + 4} ${qr.size + 4}`}
        shapeRendering="crispEdges"
      >
        <path d={qr.path} />
      </svg>
      <p className="meta">
        Or type the secret: <code className="form-secret">{secret}</code>
      </p>
    </div>
  )
}
