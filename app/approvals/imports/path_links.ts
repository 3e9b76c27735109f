import db from '@adonisjs/lucid/services/db'
import { addLinks } from '#approvals/actions/add_links'
import type { LinkInput } from '#approvals/actions/links'
import { pathSetsOf } from '#approvals/queries/path_sets'
import { currentRuleset } from '#batches/queries/rulesets'
import { levelOptions } from '#catalogue/queries/tree'
import { defineImport } from '#imports/define_import'
import { bodyNames, resolveBodies } from '#imports/resolve_bodies'

const body = { required: true, maxLength: 150, width: 36, list: bodyNames, isOpen: true }

/** One set of paths from a file (HU-36…40): who stands below whom, for one level. */
defineImport<LinkInput>({
  kind: 'path_links',
  label: '审核路径',
  ability: 'approvals.network',
  path: '/path-network',
  choices: [
    {
      name: 'pathSet',
      label: '审核路径',
      required: true,
      choices: async () => pathSetsOf((await currentRuleset()).ruleset),
    },
    {
      name: 'level',
      label: '职称等级',
      required: true,
      choices: async () => [{ value: 'all', label: '全部等级' }, ...levelOptions()],
    },
  ],
  columns: [
    { key: 'lower', title: '下级机构名称或代码', ...body },
    { key: 'upper', title: '上级机构名称或代码', ...body },
  ],
  async check(_ctx, rows, { pathSet, level: chosen }) {
    const level = chosen === 'all' ? '' : chosen
    const bodyOf = await resolveBodies(rows.flatMap(({ lower, upper }) => [lower, upper]))
    const found = rows.map(({ lower, upper }) => ({ lower: bodyOf(lower), upper: bodyOf(upper) }))
    const lowers = found.flatMap(({ lower }) => ('id' in lower ? [lower.id] : []))
    const known = await db
      .from('path_links')
      .where({ path_set: pathSet, level, status: 'confirmed' })
      .whereIn('lower_id', lowers)
      .select('lower_id', 'upper_id')
    const there = new Set(known.map((row) => `${row.lower_id}>${row.upper_id}`))
    return found.map(({ lower, upper }) => {
      if ('fault' in lower) return { fault: `下级：${lower.fault}` }
      if ('fault' in upper) return { fault: `上级：${upper.fault}` }
      if (lower.id === upper.id) return { fault: '上级和下级不能是同一机构' }
      if (there.has(`${lower.id}>${upper.id}`)) return { fault: '这条审核路径已存在' }
      return { values: { pathSet, level, lowerId: lower.id, upperId: upper.id } }
    })
  },
  identity: ({ lowerId, upperId }) => `${lowerId}>${upperId}`,
  commitMany: addLinks,
})
