import { readdirSync } from 'node:fs'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import backupTenant from '#tenancy/actions/backup_tenant'
import restoreTenant from '#tenancy/actions/restore_tenant'
import { runInTenant } from '#tenancy/context'
import { tenantFolder } from '#tenancy/storage'
import { brokenInvariants } from '#lifecycle/invariants'
import { tenantOf } from '#tests/helpers/tenants'

test.group('backup', () => {
  test('a province comes back as it was, rows and files, and immutable rules stay immutable', async ({
    assert,
  }) => {
    const tenant = await tenantOf('hunan')
    const count = () =>
      runInTenant(tenant, async () => {
        const counts: Record<string, number> = {}
        for (const table of [
          'applications',
          'application_events',
          'files',
          'audit_entries',
          'ballot_papers',
        ])
          counts[table] = Number((await db.from(table).count('* as count').first()).count)
        return counts
      })
    const before = await count()
    const folders = readdirSync(tenantFolder('hunan')).length
    const file = await backupTenant(tenant, new Date())
    await runInTenant(tenant, () => db.from('notices').delete())
    await runInTenant(tenant, () => db.from('messages').delete())
    await restoreTenant(tenant, file)
    assert.deepEqual(await count(), before)
    assert.lengthOf(readdirSync(tenantFolder('hunan')), folders)
    await runInTenant(tenant, async () => {
      assert.isNotEmpty(await db.from('notices'))
      assert.deepEqual(await brokenInvariants(), {})
      await assert.rejects(() => db.from('rulesets').update({ note: 'x' }), /immutable/)
    })
  })
})
