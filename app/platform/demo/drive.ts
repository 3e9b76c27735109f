import db from '@adonisjs/lucid/services/db'
import { conditionFacts } from '#applications/facts'
import Application from '#applications/models/application'
import saveSection from '#applications/actions/save_section'
import review from '#approvals/actions/review'
import submit from '#approvals/actions/submit'
import { rulesetById } from '#batches/queries/rulesets'
import { storeBytes } from '#files/store_file'
import { sourceOptions } from '#forms/sources'
import { actorOfAccount } from '#identity/actor_of_account'
import Account from '#identity/models/account'
import Person from '#identity/models/person'
import { demoNow } from '#platform/demo/clock'
import { samplePdf } from '#platform/demo/sample_pdf'
import { filledSection, neededMaterials } from '#platform/demo/fill_form'
import { holds } from '#province/conditions'
import { requireTenant } from '#tenancy/context'
import type { ActorContext } from '#web/actor'

/** Acts as the person of an account, through the same actions as the pages. */
export async function as(account: Account, now = demoNow): Promise<ActorContext> {
  return { actor: await actorOfAccount(account), tenant: requireTenant(), now, requestId: null }
}

/** Fills what the form asks for, uploads what it wants. */
export async function fillApplication(ctx: ActorContext, application: Application) {
  const { ruleset } = await rulesetById(application.rulesetId)
  const person = await Person.findOrFail(application.personId)
  const filler = {
    name: person.name,
    birthDate: person.birthDate ?? '1990-01-01',
    unit: ctx.actor.organizationName ?? '示例单位',
    sources: await sourceOptions(ruleset),
    file: async () =>
      (
        await storeBytes(ctx, samplePdf(`${application.code}`), {
          name: '证明材料（演示）.pdf',
          extension: 'pdf',
          purpose: 'field',
          applicationId: application.id,
        })
      ).id,
  }
  for (const section of ruleset.application.sections) {
    if (section.kind === 'materials') continue
    const facts = await conditionFacts(application, ruleset)
    if (!holds(section.visibleWhen, facts)) continue
    if (
      section.kind === 'records' &&
      !section.minRecords &&
      section.fields.some(({ type }) => type === 'file')
    )
      continue
    const version = await db
      .from('application_sections')
      .where({ application_id: application.id, section: section.id })
      .select('version')
      .first()
    await saveSection(ctx, {
      applicationId: application.id,
      section: section.id,
      content: await filledSection(section, facts, filler),
      version: version?.version ?? 0,
    })
  }
  const facts = await conditionFacts(application, ruleset)
  for (const material of neededMaterials(ruleset, facts)) {
    const file = await storeBytes(ctx, samplePdf(`${material.name} ${application.code}`), {
      name: `${material.name}（演示）.pdf`,
      extension: 'pdf',
      purpose: 'material',
      applicationId: application.id,
    })
    await db.table('application_materials').insert({
      application_id: application.id,
      material: material.id,
      file_id: file.id,
      position: 0,
    })
  }
}

export async function submitFilled(ctx: ActorContext, application: Application) {
  const { ruleset } = await rulesetById(application.rulesetId)
  return submit(ctx, {
    applicationId: application.id,
    pledgeVersion: ruleset.application.pledge.version,
  })
}

/** The account whose turn it is. */
async function holderOf(application: Application): Promise<Account> {
  const item = await db
    .from('work_items')
    .where({ application_id: application.id, status: 'open' })
    .firstOrFail()
  return Account.query()
    .where('organizationId', item.organization_id)
    .whereHas('roles', (roles) => roles.where('role', item.role))
    .orderBy('id')
    .firstOrFail()
}

const OPINIONS: Record<string, string> = {
  recommend: '经审核公示无异议，同意推荐。',
  review: '材料齐全，同意上报。',
  qualify: '符合申报条件，复核通过。',
}

/** One step of the path, decided by whoever holds the case. */
export async function approveOnce(id: number): Promise<Application> {
  const application = await Application.findOrFail(id)
  const ctx = await as(await holderOf(application))
  const { task } = application.route[application.routeStep]
  if (task === 'unit_publicity')
    return review(ctx, id, {
      decision: 'unit_publicity',
      startsOn: demoNow().minus({ days: 16 }).setZone('Asia/Shanghai').toISODate()!,
      place: '单位公告栏',
      outcome: '公示期内无异议',
    })
  return review(ctx, id, { decision: 'approve', opinion: OPINIONS[task] })
}

export async function approveAll(id: number): Promise<Application> {
  let application = await Application.findOrFail(id)
  while (application.stage === 'in_approval') application = await approveOnce(id)
  return application
}

export async function returnOnce(id: number): Promise<Application> {
  const application = await Application.findOrFail(id)
  return review(await as(await holderOf(application)), id, {
    decision: 'return',
    opinion: '学历证书扫描件不清晰，请重新上传。',
  })
}
