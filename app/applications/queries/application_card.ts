import { type DateTime } from 'luxon'
import type Application from '#applications/models/application'
import { DECIDED, type Stage } from '#lifecycle/stages'
import { LEVEL_LABELS } from '#province/facts'
import db from '@adonisjs/lucid/services/db'

/** What a list or a head of a page shows of an application, to whoever may see it. */
export async function applicationCard(application: Application) {
  const [unit, committee, batch] = await Promise.all([
    db.from('organizations').where('id', application.organizationId).select('name').first(),
    application.committeeId
      ? db.from('committees').where('id', application.committeeId).select('name').first()
      : null,
    db.from('batches').where('id', application.batchId).select('name', 'year').first(),
  ])
  const step = application.route[application.routeStep]
  return {
    id: application.id,
    code: application.code,
    version: application.version,
    name: application.personName,
    unit: unit?.name as string,
    batchId: application.batchId,
    batch: batch?.name as string,
    series: application.seriesName,
    specialty: application.specialtyName,
    title: application.titleName,
    level: LEVEL_LABELS[application.level ?? ''] ?? null,
    committee: (committee?.name as string | undefined) ?? null,
    stage: application.stage,
    holder:
      step && ['in_approval', 'on_hold'].includes(application.stage)
        ? { organization: step.organizationName, label: step.label }
        : null,
    route: application.route.map(({ organizationName, label }, index) => ({
      organization: organizationName,
      label,
      state:
        index < application.routeStep ? 'done' : index === application.routeStep ? 'now' : 'next',
    })),
    dueOn: application.dueOn,
    outcome: DECIDED.includes(application.stage as Stage) ? application.outcome : null,
    publicityEndsOn: application.publicityEndsOn,
    certificateNumber: application.certificateNumber,
    certificateId: application.certificateId,
    submittedAt: application.submittedAt
      ? (application.submittedAt as DateTime).setZone('Asia/Shanghai').toFormat('yyyy-MM-dd HH:mm')
      : null,
  }
}
export type ApplicationCard = Awaited<ReturnType<typeof applicationCard>>
