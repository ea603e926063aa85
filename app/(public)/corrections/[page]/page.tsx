// "/corrections" is rewritten to the first page, so that it too is made on request and not by the build.
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { pageHead } from '@/app/page-head'
import { CorrectionsPage } from '@/components/correction/corrections-page'
import { listCorrections } from '@/lib/domain/correction/queries'

export const dynamic = 'force-static'
export const generateStaticParams = () => []

const head = pageHead({
  title: 'Corrections',
  description: 'What was changed in the record, and why: the old value, the new one and the reason.',
  path: '/corrections',
})
export const metadata: Metadata = {
  ...head,
  alternates: {
    ...head.alternates,
    types: {
      'application/atom+xml': [{ url: '/feeds/corrections.atom', title: 'Corrections' }],
      'application/feed+json': [{ url: '/feeds/corrections.json', title: 'Corrections' }],
    },
  },
}

type Props = { params: Promise<{ page: string }> }

export default async function Page({ params }: Props) {
  const { page } = await params
  if (!/^[1-9]\d{0,3}$/.test(page)) notFound()
  return <CorrectionsPage page={Number(page)} {...(await listCorrections(Number(page) - 1))} />
}
