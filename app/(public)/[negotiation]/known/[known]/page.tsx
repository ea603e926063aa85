import type { Metadata } from 'next'
import { knownTableHead, knownTablePage } from '@/app/known-table'

export const dynamic = 'force-static'
export const generateStaticParams = () => []

type Props = { params: Promise<{ negotiation: string; known: string }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { negotiation, known } = await params
  return knownTableHead(negotiation, null, known)
}

/** The latest table that this site showed on a day. */
export default async function KnownPage({ params }: Props) {
  const { negotiation, known } = await params
  return knownTablePage(negotiation, null, known)
}
