import db from '@adonisjs/lucid/services/db'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'
import { DECIDED, STAGES, type Stage } from '#lifecycle/stages'

type Row = Record<string, any>
type Query = DatabaseQueryBuilderContract<Row>

interface Property {
  type: 'string' | 'integer' | 'boolean'
  format?: 'date' | 'date-time'
  enum?: readonly string[]
  description: string
  nullable?: boolean
  /** given only to a token that has this scope too */
  scope?: Scope
  of: (row: Row) => unknown
}

/** A list that a province's own systems may read; the description of the interface is made from it. */
export interface Resource {
  path: string
  scope: Scope
  summary: string
  query: () => Query
  /** column the pages go by: unique and ascending */
  key: string
  filters: Record<string, { description: string; apply: (query: Query, value: string) => void }>
  properties: Record<string, Property>
}

export const SCOPES = {
  'batches:read': '申报批次',
  'organizations:read': '机构',
  'applications:read': '申报的进度与结果',
  'people:read': '申报人姓名（不含证件号码）',
  'publicities:read': '公示',
  'certificates:read': '证书编号与状态',
} as const
export type Scope = keyof typeof SCOPES

const text = (description: string, column: string, more: Partial<Property> = {}): Property => ({
  type: 'string',
  description,
  of: (row) => row[column] ?? null,
  ...more,
})
const number = (description: string, column: string, more: Partial<Property> = {}): Property => ({
  type: 'integer',
  description,
  of: (row) => (row[column] === null ? null : Number(row[column])),
  ...more,
})
const moment = (description: string, column: string): Property => ({
  type: 'string',
  format: 'date-time',
  nullable: true,
  description,
  of: (row) => (row[column] as Date | null)?.toISOString() ?? null,
})
const day = (description: string, column: string): Property => ({
  type: 'string',
  format: 'date',
  description,
  of: (row) => (row[column] instanceof Date ? row[column].toISOString().slice(0, 10) : row[column]),
})
const equal = (description: string, column: string) => ({
  description,
  apply: (query: Query, value: string) => void query.where(column, value),
})

export const RESOURCES: Resource[] = [
  {
    path: 'batches',
    scope: 'batches:read',
    summary: '申报批次',
    query: () => db.from('batches as b').select('b.*') as never,
    key: 'b.id',
    filters: { year: equal('年度', 'b.year') },
    properties: {
      id: number('批次', 'id'),
      year: number('年度', 'year'),
      name: text('名称', 'name'),
      opensAt: moment('开始时间', 'opens_at'),
      closesAt: moment('截止时间', 'closes_at'),
      status: text('状态', 'status', { enum: ['open', 'closed'] }),
    },
  },
  {
    path: 'organizations',
    scope: 'organizations:read',
    summary: '单位与机构',
    query: () => db.from('organizations as o').select('o.*') as never,
    key: 'o.id',
    filters: { creditCode: equal('统一社会信用代码', 'o.credit_code') },
    properties: {
      id: number('机构', 'id'),
      code: text('机构代码', 'code'),
      name: text('名称', 'name'),
      parentId: number('上级机构', 'parent_id', { nullable: true }),
      creditCode: text('统一社会信用代码', 'credit_code', { nullable: true }),
      regionCode: text('行政区划代码', 'region_code', { nullable: true }),
      status: text('状态', 'status'),
    },
  },
  {
    path: 'applications',
    scope: 'applications:read',
    summary: '申报的进度；结果公示后才给出结果',
    query: () =>
      db
        .from('applications as a')
        .whereNotIn('a.stage', ['draft', 'discarded'])
        .select('a.*') as never,
    key: 'a.id',
    filters: {
      batch: equal('批次', 'a.batch_id'),
      organization: equal('单位', 'a.organization_id'),
      stage: equal('阶段', 'a.stage'),
      code: equal('申报编号', 'a.code'),
    },
    properties: {
      id: number('申报', 'id'),
      code: text('申报编号', 'code'),
      batchId: number('批次', 'batch_id'),
      organizationId: number('单位', 'organization_id'),
      name: text('申报人姓名', 'person_name', { scope: 'people:read' }),
      series: text('系列', 'series_name', { nullable: true }),
      specialty: text('专业', 'specialty_name', { nullable: true }),
      title: text('职称', 'title_name', { nullable: true }),
      level: text('级别', 'level', { nullable: true }),
      stage: text('阶段', 'stage', { enum: STAGES }),
      outcome: text('评审结果，公示后给出', 'outcome', {
        enum: ['passed', 'not_passed'],
        nullable: true,
        of: (row) => (DECIDED.includes(row.stage as Stage) ? row.outcome : null),
      }),
      submittedAt: moment('提交时间', 'submitted_at'),
    },
  },
  {
    path: 'publicities',
    scope: 'publicities:read',
    summary: '公示',
    query: () => db.from('publicities as p').select('p.*') as never,
    key: 'p.id',
    filters: { status: equal('状态', 'p.status') },
    properties: {
      id: number('公示', 'id'),
      title: text('标题', 'title'),
      organization: text('公示机构', 'organization_name'),
      startsOn: day('开始日期', 'starts_on'),
      endsOn: day('结束日期', 'ends_on'),
      status: text('状态', 'status', { enum: ['open', 'closed'] }),
    },
  },
  {
    path: 'certificates',
    scope: 'certificates:read',
    summary: '职称证书',
    query: () =>
      db
        .from('certificates as c')
        .join('applications as a', 'a.id', 'c.application_id')
        .where('c.kind', 'certificate')
        .whereNot('c.status', 'requested')
        .select('c.*', 'a.code', 'a.person_name', 'a.title_name') as never,
    key: 'c.id',
    filters: {
      number: equal('证书编号', 'c.number'),
      status: equal('状态', 'c.status'),
    },
    properties: {
      id: number('证书', 'id'),
      number: text('证书编号', 'number'),
      applicationCode: text('申报编号', 'code'),
      name: text('姓名', 'person_name', { scope: 'people:read' }),
      title: text('职称', 'title_name', { nullable: true }),
      status: text('状态', 'status', { enum: ['issued', 'revoked', 'replaced'] }),
      issuedOn: day('发证日期', 'issued_on'),
      digest: text('证书文件的 SHA-256', 'digest', { nullable: true }),
    },
  },
]
