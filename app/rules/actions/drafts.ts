import db from '@adonisjs/lucid/services/db'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import audit from '#audit/audit'
import publishRuleset from '#batches/actions/publish_ruleset'
import { currentRuleset } from '#batches/queries/rulesets'
import { seedCatalogue } from '#catalogue/seed_catalogue'
import { provinceOf } from '#province/registry'
import { draftFaults, shapeFaults, type DraftContent } from '#rules/faults'
import { draftById, pluginContent, publishedContent } from '#rules/queries/drafts'
import { panelById, withPart } from '#rules/shape/panels'
import { tidy } from '#rules/shape/tidy'
import type { ActorContext } from '#web/actor'
import { Refusal, StaleRefusal } from '#web/refusal'
import { rolesOfTenant } from '#web/roles'
import { stamp } from '#web/stamp'

/** open drafts at the same time: more than people can keep apart */
const MAX_OPEN = 20

export type Origin =
  { from: 'current' } | { from: 'plugin' } | { from: 'version'; number: number } | FileOrigin
interface FileOrigin {
  from: 'file'
  content: DraftContent
}

/** Begins a draft from the published rules, the plugin's, an older version or an exported file. */
export async function createDraft(ctx: ActorContext, name: string, origin: Origin) {
  const [{ open }] = await db.from('ruleset_drafts').where('status', 'open').count('* as open')
  if (Number(open) >= MAX_OPEN)
    throw new Refusal('too_many', `已有 ${open} 份草稿，请先发布或作废不用的草稿。`)
  const current = await currentRuleset()
  const content = await contentOf(origin)
  return db.transaction(async (trx) => {
    const [id] = await trx.table('ruleset_drafts').insert({
      name,
      base_id: origin.from === 'current' ? current.id : null,
      origin: originWords(origin, current.number),
      ...columnsOf(content),
      created_by: ctx.actor.name,
      updated_by: ctx.actor.name,
      created_at: stamp(ctx),
      updated_at: stamp(ctx),
    })
    await audit(
      ctx,
      { action: 'rules.draft_created', objectType: 'ruleset_draft', objectId: id },
      trx
    )
    return id as number
  })
}

async function contentOf(origin: Origin): Promise<DraftContent> {
  switch (origin.from) {
    case 'plugin':
      return pluginContent()
    case 'version':
      return publishedContent(origin.number)
    case 'file': {
      const faults = shapeFaults(origin.content.document)
      if (faults.length > 0)
        throw new Refusal(
          'file',
          `文件不是完整的规则，有 ${faults.length} 处不符：${faults
            .slice(0, 3)
            .map(({ message }) => message)
            .join('；')}`
        )
      return origin.content
    }
    default:
      return publishedContent()
  }
}

function originWords(origin: Origin, current: number) {
  if (origin.from === 'plugin') return '插件自带规则'
  if (origin.from === 'file') return '导入的文件'
  return `第 ${origin.from === 'version' ? origin.number : current} 版`
}

/** Saves one panel. Two who edit the same draft never overwrite each other silently. */
export async function savePanel(
  ctx: ActorContext,
  draftId: number,
  input: { version: number; panel: string; value: unknown }
) {
  const draft = await openDraft(draftId)
  const panel = panelById(input.panel)
  if (input.value === null || typeof input.value !== 'object')
    throw new Refusal('value', '没有可以保存的内容。')
  if (input.panel === 'words' || input.panel === 'templates')
    return update(ctx, draftId, input.version, { [input.panel]: JSON.stringify(input.value) })
  if (!panel) throw new Refusal('panel', '没有这部分规则。')
  const document = withPart(draft.document, panel, tidy(panel.node, input.value))
  return update(ctx, draftId, input.version, { document: JSON.stringify(document) })
}

export async function renameDraft(
  ctx: ActorContext,
  draftId: number,
  input: { version: number; name: string }
) {
  await openDraft(draftId)
  return update(ctx, draftId, input.version, { name: input.name })
}

export async function discardDraft(ctx: ActorContext, draftId: number, version: number) {
  await openDraft(draftId)
  await db.transaction(async (trx) => {
    await update(ctx, draftId, version, { status: 'discarded' }, trx)
    await audit(
      ctx,
      { action: 'rules.draft_discarded', objectType: 'ruleset_draft', objectId: draftId },
      trx
    )
  })
}

/** Publishes a draft under the next number; the next batch takes it, running batches keep theirs. */
export async function publishDraft(
  ctx: ActorContext,
  draftId: number,
  input: { version: number; note: string }
): Promise<number> {
  const draft = await openDraft(draftId)
  if (draft.version !== input.version) throw new StaleRefusal()
  const { strategies } = provinceOf(ctx.tenant.province)
  const faults = draftFaults(draft, { roles: await rolesOfTenant(), strategies })
  if (faults.length > 0)
    throw new Refusal('faults', `草稿还有 ${faults.length} 处问题，请先逐一更正后再发布。`)
  const id = await publishRuleset(ctx, { ...draft, note: input.note })
  await seedCatalogue(draft.document.catalogue)
  const { number } = await db.from('rulesets').where('id', id).select('number').firstOrFail()
  await db.transaction(async (trx) => {
    await update(ctx, draftId, input.version, { status: 'published', ruleset_id: id }, trx)
    await audit(
      ctx,
      { action: 'rules.published', objectType: 'ruleset', objectId: id, detail: { number } },
      trx
    )
  })
  return number
}

async function openDraft(id: number) {
  const draft = await draftById(id)
  if (draft.status !== 'open')
    throw new Refusal('closed', '这份草稿已发布或作废，不能再修改；可以从任一版本另起草稿。')
  return draft
}

async function update(
  ctx: ActorContext,
  id: number,
  version: number,
  values: Record<string, unknown>,
  client: TransactionClientContract | typeof db = db
): Promise<number> {
  const changed = await client
    .from('ruleset_drafts')
    .where({ id, version, status: 'open' })
    .update({
      ...values,
      version: version + 1,
      updated_by: ctx.actor.name,
      updated_at: stamp(ctx),
    })
  if (Number(changed) === 0)
    throw new StaleRefusal(
      '他人刚刚保存过这份草稿，您的修改没有保存，仍留在页面上。请刷新后合并修改。'
    )
  return version + 1
}

const columnsOf = ({ document, words, templates }: DraftContent) => ({
  document: JSON.stringify(document),
  words: JSON.stringify(words),
  templates: JSON.stringify(templates),
})
