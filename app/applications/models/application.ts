import { column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import TenantModel from '#tenancy/models/tenant_model'

const json = {
  prepare: (value: unknown) => (value === null ? null : JSON.stringify(value)),
  consume: (value: unknown) => (typeof value === 'string' ? JSON.parse(value) : value),
}

/** One person's application in one batch. What is applied for and where it stands; the form is in its sections. */
export default class Application extends TenantModel {
  @column({ isPrimary: true }) declare id: number
  @column() declare code: string
  @column() declare batchId: number
  @column() declare rulesetId: number
  @column() declare personId: number
  @column() declare accountId: number
  @column() declare organizationId: number
  @column() declare personName: string
  @column() declare category: string | null
  @column() declare seriesCode: string | null
  @column() declare seriesName: string | null
  @column() declare specialtyCode: string | null
  @column() declare specialtyName: string | null
  @column() declare titleCode: string | null
  @column() declare titleName: string | null
  @column() declare level: string | null
  @column() declare acquisition: string | null
  @column() declare mode: string | null
  @column() declare evaluationMethod: string | null
  @column(json) declare precheck: Record<string, unknown> | null
  @column() declare committeeId: number | null
  @column() declare stage: string
  @column(json) declare route: {
    organizationId: number
    organizationName: string
    role: string
    task: string
    label: string
  }[]
  @column() declare routeStep: number
  @column() declare holderOrganizationId: number | null
  @column() declare eventCount: number
  @column() declare version: number
  @column(json) declare correction: { section: string; field?: string; reason: string }[] | null
  @column() declare dueOn: string | null
  @column() declare meetingId: number | null
  @column() declare outcome: 'passed' | 'not_passed' | null
  @column(json) declare tally: {
    roll: number
    cast: number
    yes: number
    no: number
    abstain: number
  } | null
  @column() declare publicityId: number | null
  @column() declare publicityEndsOn: string | null
  @column() declare filingId: number | null
  @column() declare documentId: number | null
  @column() declare certificateNumber: string | null
  @column() declare certificateId: number | null
  @column.dateTime() declare submittedAt: DateTime | null
  @column.dateTime({ autoCreate: true }) declare createdAt: DateTime
  @column.dateTime({ autoCreate: true, autoUpdate: true }) declare updatedAt: DateTime | null
}
