import { defineConfig } from 'prisma/config'

// For Prisma's own command line (generate, validate, studio). Parley migrates by itself: npm run migrate.
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
})
