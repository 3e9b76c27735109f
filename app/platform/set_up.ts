import publishRuleset from '#batches/actions/publish_ruleset'
import { seedCatalogue } from '#catalogue/seed_catalogue'
import { seedWorkDays } from '#catalogue/work_days'
import { allProvinces } from '#province/registry'
import createTenant from '#tenancy/actions/create_tenant'
import { runInTenant } from '#tenancy/context'
import { migratePlatform, migrateTenant } from '#tenancy/migrate'
import Tenant from '#tenancy/models/tenant'
import { systemContext } from '#web/actor'

/** Brings an instance to what this version needs: databases, migrations, rules. Safe to repeat. */
export default async function setUp(say: (line: string) => void) {
  await migratePlatform()
  for (const province of allProvinces()) {
    const known = await Tenant.findBy('slug', province.id)
    const tenant =
      known ??
      (await createTenant({ slug: province.id, name: province.name, province: province.id }))
    const ran = await migrateTenant(tenant.info())
    await runInTenant(tenant.info(), async () => {
      await publishRuleset(systemContext('系统'), {
        document: province.ruleset,
        words: province.words,
        templates: province.templates,
        note: '插件自带规则',
      })
      await seedCatalogue(province.ruleset.catalogue)
      await seedWorkDays()
    })
    say(`${province.name}：${known ? `迁移 ${ran} 个` : '已建立'}`)
  }
}
