import db from '@adonisjs/lucid/services/db'
import { pathSetsOf } from '#approvals/queries/path_sets'
import { currentRuleset } from '#batches/queries/rulesets'
import { defineJob } from '#jobs/define_job'
import notify from '#notifications/actions/notify'
import { LEVEL_LABELS } from '#province/facts'
import { rolesOfTenant } from '#web/roles'
import { sentence } from '#web/sentence'

export interface LinkTold {
  linkId: number
  act: 'proposed' | 'confirmed' | 'refused' | 'cancelled'
  /** the bodies to be told */
  organizationIds: number[]
}

interface Link {
  lower: string
  upper: string
  /** the path set and its level in words */
  kind: string
  by: string
  reason: string | null
}

const WORDS: Record<LinkTold['act'], (link: Link) => { title: string; body: string }> = {
  proposed: ({ lower, upper, kind, by }) => ({
    title: '有审核路径等待确认',
    body:
      by === 'upper'
        ? `“${upper}”把“${lower}”列为下级（${kind}）。请在“审核层级维护”中确认或拒绝，确认后路径接通。`
        : `“${lower}”请求由“${upper}”作为上级审核（${kind}）。请在“审核层级维护”中确认或拒绝，确认后路径接通。`,
  }),
  confirmed: ({ lower, upper, kind }) => ({
    title: '审核路径已接通',
    body: `“${lower}”至“${upper}”的审核路径（${kind}）已经双方确认。`,
  }),
  refused: ({ lower, upper, kind, reason }) => ({
    title: '审核路径未获确认',
    body: `“${lower}”至“${upper}”的审核路径（${kind}）未获对方确认。原因：${sentence(reason ?? '')}`,
  }),
  cancelled: ({ lower, upper, kind, reason }) => ({
    title: '审核路径已注销',
    body: `“${lower}”至“${upper}”的审核路径（${kind}）已注销，在办申报不受影响。原因：${sentence(reason ?? '')}`,
  }),
}

/** Tells the bodies at the ends of a link what the other end did (HU-26, HU-27). */
defineJob<LinkTold>({
  kind: 'notifications.link',
  async handle({ id, ctx, payload: { linkId, act, organizationIds } }) {
    const row = await db
      .from('path_links as l')
      .where('l.id', linkId)
      .join('organizations as lower', 'lower.id', 'l.lower_id')
      .join('organizations as upper', 'upper.id', 'l.upper_id')
      .select('l.*', 'lower.name as lower', 'upper.name as upper')
      .first()
    if (!row) return
    const { ruleset } = await currentRuleset()
    const set = pathSetsOf(ruleset).find(({ value }) => value === row.path_set)?.label
    const words = WORDS[act]({
      lower: row.lower,
      upper: row.upper,
      kind: [set, LEVEL_LABELS[row.level] ?? '全部等级'].filter(Boolean).join('，'),
      by: row.proposed_by,
      reason: row.reason,
    })
    for (const accountId of await keepersOf(organizationIds))
      await notify(ctx, {
        accountId,
        ...words,
        link: '/path-links',
        key: `link:${id}:${accountId}`,
      })
  },
})

/** Who keeps the links of these bodies. */
async function keepersOf(organizationIds: number[]): Promise<number[]> {
  const roles = (await rolesOfTenant())
    .filter(({ abilities }) => abilities.includes('approvals.links'))
    .map(({ id }) => id)
  const rows = await db
    .from('accounts as a')
    .join('account_roles as r', 'r.account_id', 'a.id')
    .whereIn('a.organization_id', organizationIds)
    .whereIn('r.role', roles)
    .where('a.status', 'active')
    .distinct('a.id')
  return rows.map(({ id }) => Number(id))
}
