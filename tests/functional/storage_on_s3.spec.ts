import { rm } from 'node:fs/promises'
import { Secret } from '@adonisjs/core/helpers'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { currentSigner } from '#certificates/signing/signer'
import { storeBytes } from '#files/store_file'
import { provision } from '#platform/set_up'
import env from '#start/env'
import backupTenant from '#tenancy/actions/backup_tenant'
import createTenant from '#tenancy/actions/create_tenant'
import dropTenant from '#tenancy/actions/drop_tenant'
import proveBackup from '#tenancy/actions/prove_backup'
import restoreTenant from '#tenancy/actions/restore_tenant'
import { runInTenant, type TenantInfo } from '#tenancy/context'
import Tenant from '#tenancy/models/tenant'
import { storageOf } from '#tenancy/storage'
import { systemContext } from '#web/actor'
import { visitorOf } from '#tests/helpers/browserless'
import { s3Server } from '#tests/helpers/s3_server'
import { tenantOf } from '#tests/helpers/tenants'

const SLUG = 'bucketed'

test.group('a province whose files lie in a bucket', (group) => {
  let server: Awaited<ReturnType<typeof s3Server>>
  let tenant: TenantInfo

  group.setup(async () => {
    await tenantOf('hebei')
    server = await s3Server()
    const { endpoint, bucket, accessKey, secretKey } = server.settings
    env.set('STORAGE', 's3')
    env.set('S3_ENDPOINT', endpoint!)
    env.set('S3_BUCKET', bucket)
    env.set('S3_ACCESS_KEY', accessKey)
    env.set('S3_SECRET_KEY', new Secret(secretKey))
    const made = await createTenant({ slug: SLUG, name: '桶中租户', province: 'hebei' })
    tenant = made.info()
    await provision(tenant)
  })
  group.teardown(async () => {
    if (await Tenant.findBy('slug', SLUG)) await dropTenant(SLUG)
    env.set('STORAGE', 'fs')
    await server.close()
  })

  const keys = () => Array.fromAsync(storageOf(SLUG).keys())

  test('keeps what is uploaded, hands it out, and makes its seal there', async ({ assert }) => {
    const id = await runInTenant(tenant, async () => {
      const ctx = systemContext()
      const bytes = Buffer.from('%PDF-1.7 样表')
      const about = { name: '样表.pdf', extension: 'pdf', purpose: 'download', applicationId: null }
      const file = await storeBytes(ctx, bytes, about)
      await currentSigner()
      const [download] = await db.table('downloads').insert({
        title: '样表',
        file_id: file.id,
        updated_by: '测试',
        published_at: new Date(),
      })
      return download
    })
    const fetched = await visitorOf(SLUG).get(`/downloads/${id}`)
    assert.equal(fetched.status, 200)
    assert.equal(fetched.bytes.toString(), '%PDF-1.7 样表')
    assert.lengthOf(await keys(), 2)
  })

  test('is backed up with its files, proved, and comes back file by file', async ({ assert }) => {
    const before = await keys()
    const backup = await backupTenant(tenant, new Date())
    const proof = await proveBackup(tenant, backup, async () => null)
    assert.deepInclude(proof, { files: 1, wrongFiles: 0 })
    await storageOf(SLUG).removeAll()
    assert.lengthOf(await keys(), 0)
    await restoreTenant(tenant, backup)
    assert.deepEqual(await keys(), before)
    await rm(backup)
  })

  test('takes its files with it when it is deleted, and nobody else’s', async ({ assert }) => {
    const other = storageOf(`${SLUG}-2`)
    await other.put('stays.pdf', Buffer.from('x'))
    await dropTenant(SLUG)
    assert.lengthOf(await keys(), 0)
    assert.lengthOf(await Array.fromAsync(other.keys()), 1)
  })
})
