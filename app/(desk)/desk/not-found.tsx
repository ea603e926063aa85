import Link from 'next/link'
import { DeskPage } from '@/components/desk/desk-page'

export default function NotFound() {
  return (
    <DeskPage
      title="There is nothing at this address"
      lead="It may have been sent, decided or thrown away meanwhile, it may be somebody else’s, or your role does not open it."
    >
      <Link href="/desk" prefetch={false} className="quiet-link">
        Go to your desk
      </Link>
    </DeskPage>
  )
}
