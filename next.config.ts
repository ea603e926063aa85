import { resolve } from 'node:path'
import type { NextConfig } from 'next'

const config: NextConfig = {
  // lib/http/server.ts compresses, and sets the headers for safety, on everything that leaves.
  compress: false,
  poweredByHeader: false,
  generateEtags: false,
  // Pages are kept in our own cache, which knows when the record has changed.
  cacheHandler: resolve('lib/http/cache-handler.mjs'),
  cacheMaxMemorySize: 0,
  // No outbound requests, no image work on demand.
  images: { unoptimized: true },
  agentRules: false,
  // Types are checked by npm test. A start checks the tests' types too, for which an installation without development packages lacks what it needs.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    '@citation-js/core',
    '@citation-js/plugin-bibtex',
    '@citation-js/plugin-ris',
    'pg',
    '@node-rs/argon2',
    'better-auth',
    'nodemailer',
    'undici',
  ],
  // lib/http/refusal.ts refuses more than 256 kB before it is read, but where articles and tables are brought.
  experimental: { serverActions: { bodySizeLimit: '9mb' } },
  turbopack: { root: resolve('.') },
  async rewrites() {
    // A page without parameters would be made at build time, which must touch no database. As a page with one it is made on request.
    const beforeFiles = [
      { source: '/', destination: '/front/table' },
      { source: '/data', destination: '/data/page' },
      { source: '/corrections', destination: '/corrections/1' },
      { source: '/:file(sitemap.xml|sitemap-\\d+.xml|robots.txt)', destination: '/site/:file' },
    ]
    return { beforeFiles, afterFiles: [], fallback: [] }
  },
}

export default config
