import 'server-only'
import { publicClient } from './client'

/** What anyone may see: the published views, through the role that can read nothing else. */
export const published = publicClient
