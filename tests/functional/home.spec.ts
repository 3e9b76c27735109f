import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { visitorOf } from '#tests/helpers/browserless'
import { passedMeeting, reportedMeeting } from '#tests/helpers/results'
import { freshTenantOf, inProvince } from '#tests/helpers/tenants'

interface Card {
  label: string
  path: string
  count: number
}

/** People of each province's demo who have a desk. */
const DESKS: Record<string, string[]> = {
  hebei: ['szgb-jb', 'szgb-ld', 'jyt-jb', 'ykdx-jb', 'sy-jb', 'sy-ld', 'sy-admin'],
  henan: ['zxxpwh', 'zzzgb', 'szgb'],
  hunan: ['gph', 'szc', 'szc-ts', 'csglc', 'cszjj', 'csjyj', 'pszx'],
}

/** Rows of the list a page shows, whatever it calls them. */
const listed = (props: Record<string, any>) =>
  Object.values(props).find((prop) => typeof prop?.meta?.total === 'number')?.meta.total as number

test.group('home', (group) => {
  group.setup(async () => {
    for (const province of Object.keys(DESKS)) await freshTenantOf(province)
    return async () => {
      for (const province of ['hebei', 'henan']) await freshTenantOf(province)
    }
  })

  test('[HB-10] [HB-12] [HN-24] [HN-33] [HU-67] what waits for an actor leads to a list of as many', async ({
    assert,
  }) => {
    await inProvince('hebei', () => reportedMeeting('szgb-jb'))
    await inProvince('henan', () => passedMeeting('zzzgb'))
    const seen = new Set<string>()
    for (const [province, logins] of Object.entries(DESKS))
      for (const login of logins) {
        const visitor = await visitorOf(province).becomes(login)
        const home = await visitor.page('/home')
        assert.equal(home.status, 200, login)
        for (const { label, path, count } of home.body.props.waiting as Card[]) {
          seen.add(label)
          assert.isAbove(count, 0)
          const list = await visitor.page(path)
          assert.equal(list.status, 200, `${login}: ${path}`)
          const total =
            path === '/filings' ? list.body.props.meetings.length : listed(list.body.props)
          assert.equal(total, count, `${login}: ${label}`)
        }
      }
    assert.includeMembers(
      [...seen],
      ['待审核申报', '待审核专家信息', '待公示会议', '待生成证书编号']
    )
  })

  test('[HB-54] [HB-49] what was done goes from the home page', async ({ assert }) => {
    const waits = async (login: string, label: string) =>
      ((
        (await (await visitorOf('hebei').becomes(login)).page('/home')).body.props.waiting as Card[]
      ).find((card) => card.label === label)?.count ?? 0) as number
    const plan = await inProvince('hebei', () => db.from('plans').orderBy('id').firstOrFail())
    const before = await waits('szgb-ld', '待审核评审方案')
    await inProvince('hebei', () =>
      db.from('plans').where('id', plan.id).update({ status: 'submitted' })
    )
    assert.equal(await waits('szgb-ld', '待审核评审方案'), before + 1)
    assert.equal(await waits('szgb-jb', '待审核评审方案'), 0)
    assert.equal(await waits('jyt-ld', '待审核评审方案'), 0)
    await inProvince('hebei', () =>
      db.from('plans').where('id', plan.id).update({ status: plan.status })
    )
    assert.equal(await waits('szgb-ld', '待审核评审方案'), before)
  })
})
