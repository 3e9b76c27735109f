import { defineTask } from '#platform/tasks/define_task'
import { migrateTenant } from '#tenancy/migrate'
import Tenant from '#tenancy/models/tenant'

/** Brings every province's database to this version, one after the other; one that fails does not stop the others. */
defineTask('migrate_all', async ({ progress }) => {
  const tenants = await Tenant.query().orderBy('id')
  await progress(0, tenants.length)
  const lines = []
  for (const [index, tenant] of tenants.entries()) {
    try {
      const ran = await migrateTenant(tenant.info())
      lines.push({
        label: tenant.name,
        text: ran > 0 ? `已执行 ${ran} 个迁移` : '已是最新',
        ok: true,
      })
    } catch (error) {
      lines.push({
        label: tenant.name,
        text: `失败：${String((error as Error).message).slice(0, 200)}`,
        ok: false,
      })
    }
    await progress(index + 1)
  }
  const failed = lines.filter(({ ok }) => !ok).length
  return {
    message:
      failed > 0
        ? `${tenants.length} 个租户中有 ${failed} 个升级失败`
        : `${tenants.length} 个租户的数据库都是最新`,
    lines,
  }
})
