import { RESOURCES, SCOPES, type Resource } from '#interfaces/resources'

export const MOST_ROWS = 200

/** The description of the interface (OpenAPI 3.1), made from the resources themselves. */
export function openApi(name: string, address: string) {
  return {
    openapi: '3.1.0',
    info: {
      title: `${name} 数据接口`,
      version: '1.0.0',
      description:
        '只读。令牌由省平台管理员在“数据接口”中发放，放在 Authorization: Bearer 之后；每个令牌每分钟最多 600 次。列表按编号升序分页：以上一页的 next 作为 after 继续，next 为空即到末页。',
    },
    servers: [{ url: `${address}/api/v1` }],
    security: [{ token: [] }],
    paths: Object.fromEntries(RESOURCES.map((each) => [`/${each.path}`, { get: operation(each) }])),
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: {
        ...Object.fromEntries(RESOURCES.map((each) => [each.path, schemaOf(each)])),
        problem: {
          type: 'object',
          required: ['code', 'message'],
          properties: { code: { type: 'string' }, message: { type: 'string' } },
        },
      },
    },
  }
}

const query = (name: string, description: string, type = 'string') => ({
  name,
  in: 'query',
  required: false,
  description,
  schema: { type },
})

const problem = (description: string) => ({
  description,
  content: { 'application/json': { schema: { $ref: '#/components/schemas/problem' } } },
})

const operation = ({ path, scope, summary, filters }: Resource) => ({
  operationId: `list_${path}`,
  summary,
  description: `需要权限：${SCOPES[scope]}（${scope}）`,
  parameters: [
    ...Object.entries(filters).map(([name, { description }]) => query(name, description)),
    query('after', '上一页的 next', 'integer'),
    query('limit', `每页条数，最多 ${MOST_ROWS}`, 'integer'),
  ],
  responses: {
    200: {
      description: summary,
      content: {
        'application/json': {
          schema: {
            type: 'object',
            required: ['data', 'next'],
            properties: {
              data: { type: 'array', items: { $ref: `#/components/schemas/${path}` } },
              next: { type: ['integer', 'null'] },
            },
          },
        },
      },
    },
    401: problem('没有令牌，或令牌已失效'),
    403: problem('令牌没有这项权限'),
    429: problem('超过每分钟次数'),
  },
})

const schemaOf = ({ properties }: Resource) => ({
  type: 'object',
  required: Object.keys(properties).filter((name) => !properties[name].scope),
  properties: Object.fromEntries(
    Object.entries(properties).map(
      ([name, { type, format, enum: codes, description, nullable, scope }]) => [
        name,
        {
          type: nullable ? [type, 'null'] : type,
          ...(format && { format }),
          ...(codes && { enum: nullable ? [...codes, null] : codes }),
          description: scope
            ? `${description}（需要权限：${SCOPES[scope]}，${scope}）`
            : description,
        },
      ]
    )
  ),
})
