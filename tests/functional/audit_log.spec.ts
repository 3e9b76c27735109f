import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import audit, { firstBrokenEntry, keepForLog } from '#audit/audit'
import { systemContext } from '#web/actor'
import { freshTenantOf, inProvince } from '#tests/helpers/tenants'

const act = (objectId: number) => ({ action: 'test.act', objectType: 'batch', objectId })
const logged = async () =>
  (await db.from('audit_entries').where('action', 'test.act').orderBy('id')).map(
    ({ object_id: id }) => id as number
  )

test.group('the log and what was done', (group) => {
  group.setup(async () => void (await freshTenantOf('hebei')))

  test('an entry is there with what was done, or neither is', async ({ assert }) => {
    await inProvince('hebei', async () => {
      const ctx = systemContext()
      await assert.rejects(
        () =>
          db.transaction(async (trx) => {
            await audit(ctx, act(1), trx)
            throw new Error('refused')
          }),
        'refused'
      )
      assert.deepEqual(await logged(), [])
      await db.transaction(async (trx) => {
        await audit(ctx, act(2), trx)
        await audit(ctx, act(3), trx)
        assert.deepEqual(await logged(), [])
      })
      assert.deepEqual(await logged(), [2, 3])
    })
  })

  test('what a process that died left waiting comes with the next entry, once and before it', async ({
    assert,
  }) => {
    await inProvince('hebei', async () => {
      const ctx = systemContext()
      const many = Array.from({ length: 1500 }, (_, index) => act(100 + index))
      await db.transaction((trx) => keepForLog(ctx, many, trx))
      await db.transaction((trx) => keepForLog(ctx, [act(5000)], trx))
      await Promise.all([6000, 6000, 6000].map((id) => audit(ctx, act(id))))
      assert.deepEqual(await logged(), [
        ...[2, 3],
        ...many.map(({ objectId }) => objectId),
        ...[5000, 6000, 6000, 6000],
      ])
      assert.lengthOf(await db.from('audit_waiting'), 0)
      assert.isNull(await firstBrokenEntry())
    })
  })

  test('many at once: every entry once, one order', async ({ assert }) => {
    await inProvince('hebei', async () => {
      const before = await logged()
      const ids = Array.from({ length: 20 }, (_, index) => 9000 + index)
      await Promise.all(
        ids.map((id) => db.transaction((trx) => audit(systemContext(), act(id), trx)))
      )
      const added = (await logged()).slice(before.length)
      assert.sameMembers(added, ids)
      assert.lengthOf(added, ids.length)
      assert.isNull(await firstBrokenEntry())
    })
  })
})
