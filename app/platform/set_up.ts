import db from '@adonisjs/lucid/services/db'
import publishRuleset from '#batches/actions/publish_ruleset'
import { seedCatalogue } from '#catalogue/seed_catalogue'
import { wasDeleted } from '#platform/actions/delete_province'
import { inviteOperator } from '#identity/operator_session'
import { seedWorkDays } from '#catalogue/work_days'
import seedWorld from '#platform/demo/seed_world'
import { allProvinces, provinceOf } from '#province/registry'
import env from '#start/env'
import createTenant from '#tenancy/actions/create_tenant'
import { runInTenant, type TenantInfo } from '#tenancy/context'
import { migratePlatform, migrateTenant } from '#tenancy/migrate'
import Tenant from '#tenancy/models/tenant'
import { systemContext } from '#web/actor'

/** Brings an instance to what this version needs: databases, migrations, rules, demo. Safe to repeat. */
export default async function setUp(say: (line: string) => void) {
  await migratePlatform()
  if (env.get('DEMO', false)) await inviteOperator({ login: 'demo-operator', name: '演示运维' })
  for (const province of allProvinces()) {
    const known = await Tenant.findBy('slug', province.id)
    // what two operators deleted does not come back with the next version
    if (!known && (await wasDeleted(province.id))) continue
    const tenant =
      known ??
      (await createTenant({ slug: province.id, name: province.name, province: province.id }))
    const info = tenant.info()
    const ran = await migrateTenant(info)
    await provision(info)
    say(`${province.name}：${known ? `已就绪${ran > 0 ? `，迁移 ${ran} 个` : ''}` : '已建立'}`)
    const { demo } = province
    if (
      env.get('DEMO', false) &&
      demo &&
      (await runInTenant(info, () => seedWorld(demo, { withHistory: true })))
    )
      say(`${province.name}：演示数据已载入`)
  }
  await bringAlong(say)
}

/** Provinces opened from the operator's console, under whatever name, get the new version too. */
export async function bringAlong(say: (line: string) => void) {
  const plugins = allProvinces().map(({ id }) => id)
  for (const tenant of await Tenant.query().whereNotIn('slug', plugins).orderBy('id')) {
    if (!plugins.includes(tenant.province)) {
      say(`${tenant.name}：没有插件 ${tenant.province}，未更新`)
      continue
    }
    const ran = await migrateTenant(tenant.info())
    await provision(tenant.info())
    say(`${tenant.name}：已就绪${ran > 0 ? `，迁移 ${ran} 个` : ''}`)
  }
}

/** What a new tenant needs beside its tables: the plugin's rules, the catalogue, the calendar. */
export function provision(tenant: TenantInfo) {
  const province = provinceOf(tenant.province)
  return runInTenant(tenant, async () => {
    const system = systemContext()
    const last = await db.from('rulesets').orderBy('number', 'desc').select('published_by').first()
    // rules the province published itself stay; its administrator takes the plugin's new ones over by a draft
    if (!last || last.published_by === system.actor.name)
      await publishRuleset(system, {
        document: province.ruleset,
        words: province.words,
        templates: province.templates,
        note: '插件自带规则',
      })
    await seedCatalogue(province.ruleset.catalogue)
    await seedWorkDays()
  })
}
