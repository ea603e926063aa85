import { readSettings } from './settings'

/** The public address of this site, for links that leave it. */
export const siteUrl = (): string => readSettings().SITE_URL
