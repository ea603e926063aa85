import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import { __wbg_set_wasm, SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'
import { OperatorError } from '@/lib/operator-error'
import { withConnection } from './connection'
import { dropDatabase } from './drop-database'
import { migrate } from './migrate'
import { MIGRATIONS } from './migration-files'

const SCHEMA = join('prisma', 'schema.prisma')

/**
 * Writes the SQL that leads from the migrations to schema.prisma into a new folder, to be read and completed by hand.
 * Returns the file, or null when there is no difference. The migrations are replayed in a database that is
 * made for it and dropped again, so the owner needs CREATEDB.
 */
export async function createMigration(ownerUrl: string, title: string): Promise<string | null> {
  const words = title
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
  if (!/[a-z]/.test(words))
    throw new OperatorError('Name the migration in words: npm run migrate -- --create "entries hold terms"')
  const sql = await withTemporaryDatabase(ownerUrl, async (url) => {
    await migrate(url)
    return differenceToSchema(url)
  })
  if (sql === null) return null
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = join(MIGRATIONS, `${stamp}_${words}`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'migration.sql'), sql)
  const lockfile = join(MIGRATIONS, 'migration_lock.toml')
  if (!existsSync(lockfile)) writeFileSync(lockfile, 'provider = "postgresql"\n')
  return join(folder, 'migration.sql')
}

async function withTemporaryDatabase<T>(ownerUrl: string, work: (url: string) => Promise<T>): Promise<T> {
  const name = `parley_compare_${randomBytes(6).toString('hex')}`
  const url = new URL(ownerUrl)
  url.pathname = `/${name}`
  return withConnection(ownerUrl, async (owner) => {
    await owner.query(`create database ${name} template template0`)
    try {
      return await work(url.href)
    } finally {
      await dropDatabase(owner, name)
    }
  })
}

async function differenceToSchema(url: string): Promise<string | null> {
  const files = [{ path: SCHEMA, content: readFileSync(SCHEMA, 'utf8') }]
  const engine = await loadEngine(url)
  const { exitCode, stdout } = await engine.diff({
    from: { tag: 'schemaDatasource', files, configDir: 'prisma' },
    to: { tag: 'schemaDatamodel', files },
    script: true,
    exitCode: true,
    filters: { externalTables: [], externalEnums: [] },
  })
  engine.free()
  return exitCode === 0 ? null : stdout
}

/** Prisma's engine as WebAssembly: the ordinary one is a program that its command line downloads at first use. */
async function loadEngine(url: string): Promise<SchemaEngine> {
  const file = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    .replace(/\.js$/, '.wasm')
  const bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const { instance } = await WebAssembly.instantiate(await readFile(file), {
    './schema_engine_bg.js': bindings as unknown as WebAssembly.ModuleImports,
  })
  __wbg_set_wasm(instance.exports)
  ;(instance.exports.__wbindgen_start as () => void)()
  const adapter = bindMigrationAwareSqlAdapterFactory(new ReadingCatalogs({ connectionString: url }))
  return SchemaEngine.new({ datamodels: [[SCHEMA, readFileSync(SCHEMA, 'utf8')]] }, () => {}, adapter)
}

const ONE_BYTE_CHAR = 18

/**
 * The adapter (7.10.1) does not know PostgreSQL's one-byte type "char", in which the engine asks for the kinds of checks and
 * foreign keys. Its columns pass as text and are called characters afterwards. The engine asks one question at a time.
 */
class ReadingCatalogs extends PrismaPg {
  override async connect() {
    const connection = await super.connect()
    const pool = connection.underlyingDriver()
    const [query, queryRaw] = [
      pool.query.bind(pool) as (text: unknown) => Promise<pg.QueryResult>,
      connection.queryRaw.bind(connection),
    ]
    let characters: number[] = []
    pool.query = async (text: unknown) => {
      const result = await query(text)
      characters = result.fields.flatMap((field, index) => (field.dataTypeID === ONE_BYTE_CHAR ? [index] : []))
      for (const index of characters) (result.fields[index] as pg.FieldDef).dataTypeID = pg.types.builtins.TEXT
      return result
    }
    connection.queryRaw = async (question) => {
      const answer = await queryRaw(question)
      for (const index of characters) answer.columnTypes[index] = ColumnTypeEnum.Character
      return answer
    }
    return connection
  }
}
