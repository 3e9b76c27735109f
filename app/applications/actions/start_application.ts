import { randomInt } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Application from '#applications/models/application'
import { prefilledValues } from '#applications/prefill'
import { fittingCommittees } from '#applications/queries/fitting_committees'
import Batch from '#batches/models/batch'
import { rulesetById } from '#batches/queries/rulesets'
import { assertNotListed } from '#catalogue/queries/is_blacklisted'
import { currentSeries } from '#catalogue/queries/current_series'
import { sectionFaults } from '#forms/check_section'
import Person from '#identity/models/person'
import { EDITABLE } from '#lifecycle/stages'
import { choosesCommittee } from '#province/committee_choice'
import { eligibilityFindings } from '#province/eligibility'
import type { Ruleset, SectionRule } from '#province/ruleset'
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
  /** answers of the eligibility check */
  precheck?: Record<string, unknown>
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
  await assertNotListed(personId, today(ctx))
  const { ruleset } = await rulesetById(batch.rulesetId)
  const target = await checkedTarget(ruleset, input)
  const earlier = await Application.query().where({ batchId: batch.id, personId }).first()
  // answers given once hold until others are given
  const precheck = input.precheck ?? earlier?.precheck ?? {}
  assertEligible(ruleset, target, precheck)
  const committeeId = await committeeOf(ruleset, target, input.committeeId ?? null)
  if (batch.committeeId !== null && batch.committeeId !== committeeId)
    throw new Refusal('committee', '本批次只受理指定评委会的申报，请更换批次或评委会。', [
      { field: 'committeeId', message: '不是本批次的评委会' },
    ])
  const person = await Person.findOrFail(personId)
  const write = () =>
    db.transaction(async (trx) => {
      const known = await Application.query({ client: trx })
        .where({ batchId: batch.id, personId })
        .forUpdate()
        .first()
      if (known) {
        assertChangeable(known)
        await known
          .merge({
            ...target,
            precheck,
            committeeId,
            accountId,
            organizationId,
            version: known.version + 1,
          })
          .save()
        await refreshTaken(trx, known, ruleset)
        return known
      }
      return Application.create(
        {
          ...target,
          precheck,
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
        },
        { client: trx }
      )
    })
  try {
    return await write()
  } catch (error) {
    // the same click twice: the other one has opened the draft
    if ((error as { errno?: number }).errno !== 1062) throw error
    return write()
  }
}

function assertChangeable({ stage, correction }: Application) {
  if (!(EDITABLE as readonly string[]).includes(stage))
    throw new Refusal('exists', '您在本批次已有申报，不能重复申报。')
  if (correction?.length)
    throw new Refusal('correction', '本次退回只要求修改标出的内容，不能更改申报设置。')
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
  if (series?.category && application.categories.length > 0 && series.category !== input.category)
    errors.push({ field: 'series', message: '所选系列不属于这个申报类别' })
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

/** Asked before there is a form: unanswered questions and broken rules keep the draft from being opened. */
function assertEligible(ruleset: Ruleset, target: Target, precheck: Record<string, unknown>) {
  const facts = { ...targetCodes(target), precheck }
  const questions = precheckSection(ruleset)
  const faults = sectionFaults(questions, precheck, { facts, sources: {} }, true)
  if (faults.length > 0)
    throw new Refusal(
      'precheck',
      '请先回答资格预审的问题。',
      faults.map(({ field, message }) => ({ field: `precheck.${field}`, message }))
    )
  const blocked = eligibilityFindings(ruleset.eligibility, facts).filter(
    ({ verdict, isBlocking }) => isBlocking && verdict === 'not_met'
  )
  if (blocked.length > 0)
    throw new Refusal(
      'eligibility',
      blocked.map(({ explanation, source }) => `${explanation}（${source}）`).join('；')
    )
}

const targetCodes = (target: Target) => ({
  ...target,
  series: target.seriesCode,
  specialty: target.specialtyCode,
  title: target.titleCode,
})

/** The questions of the eligibility check as a section, so that they are checked like one. */
const precheckSection = ({ application }: Ruleset): SectionRule => ({
  id: 'precheck',
  group: '',
  title: '资格预审',
  kind: 'form',
  fields: application.precheck,
})

/** A committee that evaluates the series, the level and the specialty; chosen, or found by the catalogue. */
async function committeeOf(ruleset: Ruleset, target: Target, chosen: number | null) {
  const { committeeChoice } = ruleset.application
  if (committeeChoice === 'office') return null
  if (committeeChoice === 'applicant' && !choosesCommittee(ruleset, targetCodes(target)))
    return null
  const fitting = await fittingCommittees(target)
  if (committeeChoice === 'by_catalogue')
    return fitting.find(({ level }) => level === target.level)?.id ?? null
  if (fitting.some(({ id }) => id === chosen)) return chosen
  throw new Refusal('target', '请重新选择评委会。', [
    {
      field: 'committeeId',
      message: chosen ? '该评委会不评审所选系列、专业或级别' : '请选择评委会',
    },
  ])
}

/** What is taken over from the target into the form follows a changed target. */
async function refreshTaken(
  trx: TransactionClientContract,
  application: Application,
  ruleset: Ruleset
) {
  const prefilled = await prefilledValues(application, ruleset)
  for (const section of ruleset.application.sections) {
    const taken = section.fields.filter(({ prefill }) => prefill?.startsWith('application.'))
    const where = { application_id: application.id, section: section.id }
    if (section.kind !== 'form' || taken.length === 0) continue
    const row = await trx.from('application_sections').where(where).first()
    if (!row) continue
    const content = typeof row.content === 'string' ? JSON.parse(row.content) : row.content
    for (const { id, prefill } of taken) if (content[id]) content[id] = prefilled[prefill!]
    await trx
      .from('application_sections')
      .where(where)
      .update({ content: JSON.stringify(content), version: row.version + 1 })
  }
}
