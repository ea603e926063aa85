import { z } from 'zod'
import { line, slug } from '@/lib/domain/text/schema'

export const topicSchema = z.strictObject({ slug, title: line(60) })
export type Topic = z.infer<typeof topicSchema>
