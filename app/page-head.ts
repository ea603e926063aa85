import type { Metadata } from 'next'

type Head = {
  title: string
  description: string
  /** The one address of the page, from "/". */
  path: string
  /** What the picture shows, and where it is below /picture. */
  picture?: { of: string; alt: string }
  /** The shifts that the page is about, as feeds: "ukraine", "ukraine/party/russia". */
  feeds?: string
}

/** What a page says of itself to search engines and to those who link to it. */
export function pageHead({ title, description, path, picture, feeds }: Head): Metadata {
  const images = picture && [{ url: `/picture/${picture.of}`, width: 1200, height: 630, alt: picture.alt }]
  return {
    title,
    description,
    alternates: { canonical: path, ...(feeds ? { types: feedsOf(feeds, title) } : {}) },
    openGraph: { type: 'website', siteName: 'Parley', title, description, url: path, images },
    twitter: { card: images ? 'summary_large_image' : 'summary' },
  }
}

const feedsOf = (of: string, title: string) => ({
  'application/atom+xml': [{ url: `/feeds/${of}.atom`, title: `Shifts: ${title}` }],
  'application/feed+json': [{ url: `/feeds/${of}.json`, title: `Shifts: ${title}` }],
})
