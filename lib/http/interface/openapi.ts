// The interface in OpenAPI 3.1, made from the schemas that check what is asked and describe what is given.
import { z } from 'zod'
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
const asJsonSchema = (schema: z.ZodType): Record<string, unknown> => {
  const { $schema: _, description: __, ...rest } = z.toJSONSchema(schema, { io: 'output' })
  return rest
}

export function parametersOf({ params, query }: Operation): Parameter[] {
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
    .array(z.strictObject({ at: z.string().describe('The parameter.'), text: z.string() }))
    .optional()
    .describe('Every fault of the request.'),
})

const PROBLEMS = {
  400: 'A parameter is unknown or does not fit.',
  404: 'Not there.',
  429: 'Too many requests; see Retry-After.',
}

export function openApi(operations: readonly Operation[], site: string) {
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
  return {
    openapi: '3.1.1',
    info: {
      title: 'Parley',
      version: '1',
      description:
        'Who wants what in a peace negotiation, since when, and who says so. Reading only; no key is needed.',
    },
    servers: [{ url: site }],
    paths: Object.fromEntries(operations.map((operation) => [operation.path, { get: describe(operation) }])),
    components: { schemas: { Problem: asJsonSchema(problem) } },
  }
}
