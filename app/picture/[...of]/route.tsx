// The pictures that other sites show for an address of this one: /picture/ukraine, /picture/ukraine/DEMAND, /picture/ukraine/party/PARTY, /picture/e/ID.
import { ImageResponse } from 'next/og'
import { Picture, type PictureView } from '@/components/picture/picture'
import { pictureOfDemand, pictureOfEntry, pictureOfNegotiation, pictureOfParty } from '@/components/picture/rows'
import { findPresentAddress } from '@/lib/domain/address/queries'
import { findComparison } from '@/lib/domain/comparison/queries'
import { findEntryPlace, findPart } from '@/lib/domain/negotiation/queries'
import { today } from '@/lib/domain/time/day'

export const dynamic = 'force-static'
export const generateStaticParams = () => []

type Context = { params: Promise<{ of: string[] }> }

export async function GET(_request: Request, { params }: Context) {
  const view = await findView((await params).of)
  if (!view) {
    const present = await findPresentAddress(`/picture/${(await params).of.map(encodeURIComponent).join('/')}`)
    return present
      ? new Response(null, { status: 308, headers: { location: present } })
      : new Response('There is no such picture.', { status: 404 })
  }
  const image = new ImageResponse(<Picture view={view} />, { width: 1200, height: 630 })
  // Drawn to the end here, so that a fault in drawing is an error and not half a picture.
  return new Response(await image.arrayBuffer(), { headers: { 'content-type': 'image/png' } })
}

async function findView([first = '', second, third, ...more]: string[]): Promise<PictureView | null> {
  if (more.length > 0) return null
  const now = today()
  if (first === 'e') {
    const place = second && !third ? await findEntryPlace(second) : null
    const record = place && (await findPart(place.negotiation, place.demand, place.party))
    return record ? pictureOfEntry(record, second as string, now) : null
  }
  const table = await findComparison(first, now, now)
  if (!table) return null
  if (!second) return pictureOfNegotiation(table)
  if (second === 'party') return third ? pictureOfParty(table, third) : null
  return third ? null : pictureOfDemand(table, second)
}
