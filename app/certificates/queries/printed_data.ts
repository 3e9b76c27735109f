import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import type Application from '#applications/models/application'
import Person from '#identity/models/person'
import Organization from '#organizations/models/organization'
import { LEVEL_LABELS } from '#province/facts'
import type { ResultRole } from '#results/roles'
import { today, type ActorContext } from '#web/actor'

/** What a certificate says, of the shape of `sampleCertificate`; without its address and its picture. */
export interface CertificateData {
  [name: string]: unknown
  name: string
  sex: string
  idNumber: string
  birth: string
  unit: string
  series: string
  specialty: string
  title: string
  level: string
  committee: string
  passedOn: string
  number: string
  documentNumber: string
  issuer: string
  issuedOn: string
}

/** What is printed for each application, read for all of them at once. */
export async function certificateData(
  ctx: ActorContext,
  applications: Application[]
): Promise<Map<number, CertificateData>> {
  const ids = applications.map(({ id }) => id)
  const issuers = await bodiesWith('issuer', ids)
  const people = await byId(
    Person.query().whereIn(
      'id',
      applications.map(({ personId }) => personId)
    )
  )
  const organizations = await byId(
    Organization.query().whereIn('id', [
      ...applications.map(({ organizationId }) => organizationId),
      ...issuers.values(),
    ])
  )
  const committees = await namesOf(
    'committees',
    'name',
    applications.map(({ committeeId }) => committeeId)
  )
  const documents = await namesOf(
    'documents',
    'number',
    applications.map(({ documentId }) => documentId)
  )
  const filings = await namesOf(
    'filings',
    'number',
    applications.map(({ filingId }) => filingId)
  )
  const passed = await passedDays(ids)
  return new Map(
    applications.map((each) => {
      const person = people.get(each.personId)!
      return [
        each.id,
        {
          name: each.personName,
          sex: person.sex ?? '',
          idNumber: person.idNumber(),
          birth: person.birthDate ?? '',
          unit: organizations.get(each.organizationId)!.name,
          series: each.seriesName ?? '',
          specialty: each.specialtyName ?? '',
          title: each.titleName ?? '',
          level: LEVEL_LABELS[each.level ?? ''] ?? '',
          committee: committees.get(each.committeeId ?? 0) ?? '',
          passedOn: passed.get(each.id) ?? '',
          number: each.certificateNumber ?? '',
          documentNumber:
            documents.get(each.documentId ?? 0) ?? filings.get(each.filingId ?? 0) ?? '',
          issuer: organizations.get(issuers.get(each.id) ?? 0)?.printedName ?? '',
          issuedOn: today(ctx),
        },
      ]
    })
  )
}

/** Application → the body with a role in its result. */
export async function bodiesWith(role: ResultRole, applicationIds: number[]) {
  const rows = await db
    .from('result_roles')
    .whereIn('application_id', applicationIds)
    .where('role', role)
    .select('application_id', 'organization_id')
  return new Map(rows.map((row) => [Number(row.application_id), Number(row.organization_id)]))
}

async function byId<Row extends { id: number }>(query: PromiseLike<Row[]>) {
  return new Map((await query).map((row) => [row.id, row]))
}

async function namesOf(table: string, column: string, ids: (number | null)[]) {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (wanted.length === 0) return new Map<number, string>()
  const rows = await db.from(table).whereIn('id', wanted).select('id', column)
  return new Map(rows.map((row) => [Number(row.id), row[column] as string]))
}

/** The day the committee's result was reported. */
async function passedDays(ids: number[]): Promise<Map<number, string>> {
  const rows = await db
    .from('application_events')
    .whereIn('application_id', ids)
    .where('type', 'report')
    .whereNull('undone_by')
    .orderBy('sequence')
    .select('application_id', 'at')
  return new Map(
    rows.map((row) => [
      Number(row.application_id),
      DateTime.fromJSDate(row.at).setZone('Asia/Shanghai').toISODate()!,
    ])
  )
}
