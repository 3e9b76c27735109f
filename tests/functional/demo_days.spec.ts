import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { visitorOf } from '#tests/helpers/browserless'
import { freshTenantOf, leaveTenantOf } from '#tests/helpers/tenants'
import { now } from '#tenancy/clock'
import { runInTenant } from '#tenancy/context'
import { activeTenants } from '#tenancy/resolver'

test.group('demo days', (group) => {
  group.setup(async () => {
    await freshTenantOf('henan')
  })
  group.teardown(() => void leaveTenantOf('henan'))

  test('moving the days on moves what acts and lists count in, of this province alone', async ({
    assert,
  }) => {
    const visitor = visitorOf('henan')
    const before = (await visitor.page('/personas')).body.props.today
    assert.equal((await visitor.command('POST', '/personas/days', { days: 3 })).status, 422)
    assert.equal((await visitor.command('POST', '/personas/days', { days: 7 })).status, 200)
    const after = (await visitor.page('/personas')).body.props
    assert.equal(after.daysAhead, 7)
    assert.equal(after.today, DateTime.fromISO(before).plus({ days: 7 }).toISODate())
    const tenants = await activeTenants()
    const ahead = tenants.map((tenant) =>
      runInTenant(tenant, () => Math.round(now().diff(DateTime.utc(), 'days').days))
    )
    assert.deepEqual(
      tenants.filter((_, index) => ahead[index] !== 0).map(({ province }) => province),
      ['henan']
    )
  })
})
