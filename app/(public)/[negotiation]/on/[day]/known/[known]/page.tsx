import type { Metadata } from 'next'
import { knownTableHead, knownTablePage } from '@/app/known-table'

export const dynamic = 'force-static'
export const generateStaticParams = () => []

type Props = { params: Promise<{ negotiation: string; day: string; known: string }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { negotiation, day, known } = await params
  return knownTableHead(negotiation, day, known)
}

/** Both clocks: the table of a day, as this site knew it on another. */
export default async function DayKnownPage({ params }: Props) {
  const { negotiation, day, known } = await params
  return knownTablePage(negotiation, day, known)
}
