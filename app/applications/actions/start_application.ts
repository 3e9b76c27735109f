import { randomInt } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import Application from '#applications/models/application'
import Batch from '#batches/models/batch'
import { rulesetById } from '#batches/queries/rulesets'
import { blockOn } from '#catalogue/queries/is_blacklisted'
import { currentSeries } from '#catalogue/queries/current_series'
import Person from '#identity/models/person'
import { holds } from '#province/conditions'
import type { Ruleset } from '#province/ruleset'
import { today, type ActorContext } from '#web/actor'
import { Forbidden, Refusal } from '#web/refusal'

export interface TargetInput {
  batchId: number
  category?: string | null
  series: string
  specialty: string
  title: string
  acquisition: string
  mode: string
  evaluationMethod: string
  committeeId?: number | null
}

/**
 * Opens the one draft a person has in a batch, or changes what an unsubmitted draft applies for (F1). Levels follow from
 * the title; the committee is the applicant's choice or found by series and level, as the province rules.
 */
export default async function startApplication(
  ctx: ActorContext,
  input: TargetInput
): Promise<Application> {
  const { personId, organizationId, accountId } = ctx.actor
  if (!personId || !organizationId || !accountId) throw new Forbidden('只有申报人账号可以申报。')
  const batch = await Batch.findOrFail(input.batchId)
  if (batch.status !== 'open' || ctx.now() < batch.opensAt || ctx.now() > batch.closesAt)
    throw new Refusal('window', '不在申报时间内，不能申报。')
  const block = await blockOn(personId, today(ctx))
  if (block)
    throw new Refusal(
      'blacklisted',
      `您已被列入黑名单${block.endsOn ? `（至 ${block.endsOn}）` : ''}，期间不能申报。如有异议请联系省级职称管理部门。`
    )
  const { ruleset } = await rulesetById(batch.rulesetId)
  const target = await checkedTarget(ruleset, input)
  blockIneligible(ruleset, target)
  const committeeId =
    ruleset.application.committeeChoice === 'by_catalogue'
      ? await committeeFor(target)
      : (input.committeeId ?? null)
  const person = await Person.findOrFail(personId)
  const known = await Application.query().where({ batchId: batch.id, personId }).first()
  if (known) {
    if (!['draft', 'returned', 'withdrawn'].includes(known.stage))
      throw new Refusal('exists', '您在本批次已有申报，不能重复申报。')
    return known.merge({ ...target, committeeId, version: known.version + 1 }).save()
  }
  return Application.create({
    ...target,
    code: `${batch.year}${String(batch.id).padStart(3, '0')}${String(randomInt(1e8)).padStart(8, '0')}`,
    batchId: batch.id,
    rulesetId: batch.rulesetId,
    personId,
    accountId,
    organizationId,
    personName: person.name,
    committeeId,
    stage: 'draft',
    route: [],
    routeStep: 0,
    eventCount: 0,
    version: 1,
  })
}

async function checkedTarget(ruleset: Ruleset, input: TargetInput) {
  const { application } = ruleset
  const errors: { field: string; message: string }[] = []
  const series = (await currentSeries()).find(({ code }) => code === input.series)
  const specialty = series?.specialties.find(({ code }) => code === input.specialty)
  const title = series?.titles.find(({ code }) => code === input.title)
  if (!series) errors.push({ field: 'series', message: '请选择申报系列' })
  if (!specialty) errors.push({ field: 'specialty', message: '请选择申报专业' })
  if (!title) errors.push({ field: 'title', message: '请选择申报职称' })
  const oneOf = (field: keyof TargetInput, options: { value: string }[], label: string) => {
    if (!options.some(({ value }) => value === input[field]))
      errors.push({ field, message: `请选择${label}` })
  }
  if (application.categories.length > 0) oneOf('category', application.categories, '申报类别')
  oneOf('acquisition', application.acquisitions, '取得方式')
  oneOf('mode', application.modes, '申报方式')
  oneOf('evaluationMethod', application.evaluationMethods, '评审方式')
  if (application.committeeChoice === 'applicant' && !input.committeeId)
    errors.push({ field: 'committeeId', message: '请选择评委会' })
  if (errors.length > 0) throw new Refusal('target', '请补全申报设置。', errors)
  return {
    category: input.category ?? null,
    seriesCode: series!.code,
    seriesName: series!.name,
    specialtyCode: specialty!.code,
    specialtyName: specialty!.name,
    titleCode: title!.code,
    titleName: title!.name,
    level: title!.level,
    acquisition: input.acquisition,
    mode: input.mode,
    evaluationMethod: input.evaluationMethod,
  }
}

type Target = Awaited<ReturnType<typeof checkedTarget>>

function blockIneligible(ruleset: Ruleset, target: Target) {
  const facts = {
    ...target,
    series: target.seriesCode,
    specialty: target.specialtyCode,
    title: target.titleCode,
  }
  const blocked = ruleset.eligibility.filter(
    (rule) => rule.outcome === 'block' && holds(rule.when, facts)
  )
  if (blocked.length > 0)
    throw new Refusal(
      'eligibility',
      blocked.map((rule) => `${rule.explanation}（${rule.source}）`).join('；')
    )
}

/** A valid committee of the series that evaluates the level and the specialty; the lowest level that may. */
async function committeeFor(target: Target): Promise<number | null> {
  const rows = await db
    .from('committees')
    .join('committee_specialties', 'committee_specialties.committee_id', 'committees.id')
    .where('committees.status', 'active')
    .where('committees.series_code', target.seriesCode)
    .where('committee_specialties.specialty_code', target.specialtyCode)
    .select('committees.id', 'committees.level')
    .orderBy('committees.id')
  return rows.find(({ level }) => level === target.level)?.id ?? null
}
