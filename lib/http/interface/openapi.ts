// The interface in OpenAPI 3.1, made from the schemas that check what is asked and describe what is given.
import { z } from 'zod'
import type { Filing } from './filing'
import type { Operation } from './operation'

export type Parameter = {
  name: string
  in: 'path' | 'query'
  required: boolean
  description: string
  schema: Record<string, unknown>
  style?: string
  explode?: boolean
}

/** JSON Schema of the value behind the text; a list is written with commas. */
const asJsonSchema = (schema: z.ZodType, io: 'input' | 'output' = 'output'): Record<string, unknown> => {
  const { $schema: _, description: __, ...rest } = z.toJSONSchema(schema, { io })
  return rest
}

export function parametersOf({ params, query }: Pick<Operation, 'params' | 'query'>): Parameter[] {
  const list = (shape: z.ZodRawShape, place: 'path' | 'query'): Parameter[] =>
    Object.entries(shape).map(([name, field]) => {
      const schema = asJsonSchema(field as z.ZodType)
      return {
        name,
        in: place,
        required: place === 'path' || !(field as z.ZodType).isOptional(),
        description: (field as z.ZodType).description ?? `The ${name}, as the lists name it.`,
        schema,
        ...(schema.type === 'array' ? { style: 'form', explode: false } : {}),
      }
    })
  return [...list(params.shape, 'path'), ...list(query.shape, 'query')]
}

const problem = z.strictObject({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  faults: z
    .array(
      z.strictObject({
        at: z.string().describe('The parameter, or the row and field.'),
        text: z.string(),
        code: z.string().optional().describe('Of what was filed: the kind of fault, by a name that lasts.'),
        row: z.number().int().optional(),
        field: z.string().optional(),
        value: z.string().optional(),
      }),
    )
    .optional()
    .describe('Every fault of the request.'),
})

const PROBLEMS = {
  400: 'A parameter is unknown or does not fit.',
  404: 'Not there.',
  429: 'Too many requests; see Retry-After.',
}

const FILED = { 200: 'It was there already, or this was a dry run.', 201: 'Filed.' }
const FILING_PROBLEMS = {
  400: 'The request has faults: a parameter, the key, or a body that is no JSON.',
  401: 'No token, or one that is revoked, expired or of a disabled account.',
  403: 'The token, or the role behind it, does not include this.',
  404: 'No such negotiation.',
  409: 'The same request is being answered; see Retry-After. Or the record changed meanwhile.',
  413: 'Too large.',
  415: 'A media type that is not read here.',
  422: 'What was sent has faults, all of them named; or the key was used for another request.',
  429: 'Too many requests; see Retry-After.',
}

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header' as const,
  required: true,
  description:
    'Of your own making, for example a UUID. The same key with the same request has the same answer, for a day.',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
}

export const filingParametersOf = ({ query }: Pick<Filing, 'query'>): Parameter[] =>
  parametersOf({ params: z.strictObject({}), query })

export function openApi(operations: readonly Operation[], filings: readonly Filing[], site: string) {
  const refusal = (description: string) => ({
    description,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  })
  const describe = (operation: Operation) => ({
    summary: operation.summary,
    operationId: operation.path
      .replace(/^\/api\/v1\//, '')
      .replace(/[^a-z]+/gi, '-')
      .replace(/-$/, ''),
    parameters: parametersOf(operation),
    responses: {
      200: {
        description: operation.summary,
        headers: Object.fromEntries(
          ['etag', 'last-modified', 'cache-control'].map((name) => [name, { schema: { type: 'string' } }]),
        ),
        content: {
          [operation.gives.type]: {
            schema: 'schema' in operation.gives ? asJsonSchema(operation.gives.schema) : { type: 'string' },
          },
        },
      },
      304: { description: 'Nothing new since the ETag that If-None-Match names.' },
      ...Object.fromEntries(Object.entries(PROBLEMS).map(([status, text]) => [status, refusal(text)])),
      ...(operation.path.includes('/entries/{id}') ? { 410: refusal('Withdrawn; the reason is in detail.') } : {}),
    },
  })
  const describeFiling = (filing: Filing) => ({
    summary: filing.summary,
    operationId: `file-${filing.path.replace(/^\/api\/v1\//, '')}`,
    security: [{ token: [filing.scope] }],
    parameters: [IDEMPOTENCY_KEY, ...filingParametersOf(filing)],
    requestBody: {
      required: true,
      content: Object.fromEntries(
        Object.entries(filing.takes).map(([type, what]) => [
          type,
          {
            schema: 'schema' in what ? asJsonSchema(what.schema, 'input') : { type: 'string', description: what.words },
          },
        ]),
      ),
    },
    responses: {
      ...Object.fromEntries(
        Object.entries(FILED).map(([status, description]) => [
          status,
          { description, content: { 'application/json': { schema: asJsonSchema(filing.gives) } } },
        ]),
      ),
      ...Object.fromEntries(Object.entries(FILING_PROBLEMS).map(([status, text]) => [status, refusal(text)])),
    },
  })
  const paths: Record<string, Path> = {}
  for (const operation of operations) paths[operation.path] = { get: describe(operation) }
  for (const filing of filings) paths[filing.path] = { ...paths[filing.path], post: describeFiling(filing) }
  type Path = { get?: ReturnType<typeof describe>; post?: ReturnType<typeof describeFiling> }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Parley',
      version: '1',
      description:
        'Who wants what in a peace negotiation, since when, and who says so. Reading needs no key; filing drafts needs a token.',
    },
    servers: [{ url: site }],
    paths,
    components: {
      schemas: { Problem: asJsonSchema(problem) },
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'A token made at the desk, under Account. It files drafts only.',
        },
      },
    },
  }
}
