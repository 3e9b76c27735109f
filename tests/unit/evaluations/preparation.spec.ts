import { test } from '@japa/runner'
import { preparationChecks, type Preparation } from '#evaluations/preparation'
import type { Plan } from '#evaluations/plans/plan'
import { provinceOf } from '#province/registry'

const { ruleset } = provinceOf('hebei')
const mode = ruleset.reviewModes[0]

const member = (more: Partial<Preparation['members'][number]> = {}) => ({
  status: 'active',
  groupId: 1,
  office: null,
  isLeader: false,
  isReporter: false,
  need: null,
  isDrawn: false,
  ...more,
})

const approved = {
  id: 5,
  status: 'approved',
  content: '线上评审',
  needs: [],
  sheet: [{ id: 'item1', label: '业绩', max: 100 }],
  sheetSubmittedAt: new Date(0),
  participants: [11, 12],
} as unknown as Plan

const ready: Preparation = {
  meetingId: 3,
  online: true,
  mode,
  rules: ruleset,
  committeeSize: 7,
  groups: [{ id: 1, name: '一组' }],
  members: [
    member({ office: 'chair' }),
    member({ isLeader: true }),
    member({ isReporter: true }),
    member(),
    member(),
  ],
  cases: [
    { applicationId: 11, groupId: 1 },
    { applicationId: 12, groupId: 1 },
  ],
  waiting: 0,
  plan: approved,
}

const stateOf = (change: Partial<Preparation>, key: string) => {
  const check = preparationChecks({ ...ready, ...change }).find((each) => each.key === key)
  return check && [check.state, check.says, check.place.path]
}

test.group('what is prepared before a meeting begins', () => {
  test('[HB-52] [HB-58] all is ready, and each place is named', ({ assert }) => {
    const checks = preparationChecks(ready)
    assert.deepEqual(
      checks.filter(({ state }) => state !== 'done').map(({ key }) => key),
      []
    )
    assert.includeMembers(
      checks.map(({ key }) => key),
      ['groups', 'members', 'chair', 'cases', 'plan', 'sheet']
    )
  })

  test('[HB-53] [HB-58] what keeps a meeting from beginning', ({ assert }) => {
    assert.deepEqual(stateOf({ members: [] }, 'members'), [
      'missing',
      '会议还没有评委',
      '/meetings/3?tab=members',
    ])
    assert.equal(stateOf({ cases: [] }, 'cases')![0], 'missing')
    assert.deepEqual(stateOf({ cases: [{ applicationId: 11, groupId: null }] }, 'cases'), [
      'missing',
      '还有 1 份参评材料没有分组',
      '/meetings/3?tab=cases',
    ])
    assert.deepEqual(stateOf({ plan: null }, 'plan'), [
      'missing',
      '评审方案还没有审核通过（未编制）',
      '/plans',
    ])
    assert.deepEqual(stateOf({ plan: { ...approved, status: 'submitted' } }, 'plan'), [
      'missing',
      '评审方案还没有审核通过（待审核）',
      '/plans/5',
    ])
    const stranger = [...ready.cases, { applicationId: 13, groupId: 1 }]
    assert.match(stateOf({ cases: stranger }, 'plan')![1], /不在审核通过的方案中/)
    assert.match(
      stateOf({ plan: { ...approved, sheetSubmittedAt: null } }, 'sheet')![1],
      /还没有提交/
    )
  })

  test('[HB-55] what the meeting would get stuck on later is said before', ({ assert }) => {
    const few = ready.members.slice(0, 4)
    assert.match(stateOf({ members: few }, 'members')![1], /4 位评委，不足法定人数.*即 5 人/)
    assert.equal(stateOf({ members: few }, 'members')![0], 'advised')
    assert.equal(stateOf({ members: [member()] }, 'chair')![0], 'advised')
    const two = [...ready.groups, { id: 2, name: '二组' }]
    assert.match(stateOf({ groups: two }, 'groups')![1], /二组还没有评委/)
    assert.equal(stateOf({ groups: two }, 'groups')![0], 'advised')
  })

  test('[HB-52] groups cannot be made at the meeting: without them, or with cases where nobody judges, it does not begin', ({
    assert,
  }) => {
    assert.equal(stateOf({ groups: [] }, 'groups')![0], 'missing')
    const two = [...ready.groups, { id: 2, name: '二组' }]
    const cases = [...ready.cases, { applicationId: 12, groupId: 2 }]
    assert.deepEqual(stateOf({ groups: two, cases }, 'groups'), [
      'missing',
      '二组还没有评委',
      '/meetings/3?tab=groups',
    ])
  })

  test('[HU-12] where members are drawn the draw is asked for, offline nobody is', ({ assert }) => {
    const hunan = provinceOf('hunan').ruleset
    const drawn = {
      rules: hunan,
      plan: { ...approved, needs: [{ count: 2 }] as never },
      members: [member({ isDrawn: true, need: 0 }), member({ isDrawn: true, status: 'drawn' })],
    }
    assert.deepEqual(stateOf(drawn, 'members'), [
      'missing',
      '还有 1 位抽取的评委没有确认是否参加',
      '/draws/5',
    ])
    assert.isUndefined(stateOf({ ...drawn, online: false }, 'members'))
  })
})
