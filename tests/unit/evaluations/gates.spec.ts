import { test } from '@japa/runner'
import { allProvinces } from '#province/registry'
import { refusalsOf } from '#tests/helpers/boards'

/** Golden, read through when written: mode → stage → what is missing before it → what its page says. */
const REFUSALS: Record<string, Record<string, Record<string, string>>> = {
  'henan · expert_review': {
    group_provisional: {
      assign_lead: '“分配主审专家”尚未完成。',
    },
    group_switch: {
      group_provisional: '“专业组拟投票”尚未完成（已完成 0，共 1）。',
    },
    group_vote: {
      group_switch: '投票开关尚未开启。',
    },
    deliberate: {
      group_vote: '“专业组提交投票”尚未完成。',
    },
    plenary_provisional: {
      deliberate: '专业组评议尚未通过，不能进入大评委会。',
    },
    plenary_switch: {
      deliberate: '还有 1 位参评人员未经专业组评议，请等各专业组评议完成。',
      plenary_provisional: '“大评委拟投票”尚未完成（已完成 0，共 1）。',
    },
    plenary_vote: {
      deliberate: '专业组评议尚未通过，不能进入大评委会。',
      plenary_switch: '投票开关尚未开启。',
    },
    report: {
      deliberate: '还有 1 位参评人员未经专业组评议，请等各专业组评议完成。',
      plenary_vote: '“大评委投票”尚未完成（已完成 0，共 1）。',
    },
  },
  'henan · lecture': {
    lead_opinion: {
      assign_lead: '“分配主审专家”尚未完成。',
    },
    group_provisional: {
      assign_lead: '“主审意见”尚未完成。',
      lead_opinion: '“主审意见”尚未完成。',
    },
    group_switch: {
      group_provisional: '“专业组拟投票”尚未完成（已完成 0，共 1）。',
    },
    group_vote: {
      group_switch: '投票开关尚未开启。',
    },
    deliberate: {
      group_vote: '“专业组提交投票”尚未完成。',
    },
    plenary_provisional: {
      deliberate: '专业组评议尚未通过，不能进入大评委会。',
    },
    plenary_switch: {
      deliberate: '还有 1 位参评人员未经专业组评议，请等各专业组评议完成。',
      plenary_provisional: '“大评委拟投票”尚未完成（已完成 0，共 1）。',
    },
    plenary_vote: {
      deliberate: '专业组评议尚未通过，不能进入大评委会。',
      plenary_switch: '投票开关尚未开启。',
    },
    report: {
      deliberate: '还有 1 位参评人员未经专业组评议，请等各专业组评议完成。',
      plenary_vote: '“大评委投票”尚未完成（已完成 0，共 1）。',
    },
  },
  'henan · interview': {
    questions: {
      assign_lead: '“分配主审专家”尚未完成。',
    },
    interview: {
      questions: '“查看资料”尚未完成。',
    },
    group_provisional: {
      interview: '“面试答辩”尚未完成。',
    },
    group_switch: {
      group_provisional: '“专业组拟投票”尚未完成（已完成 0，共 1）。',
    },
    group_vote: {
      group_switch: '投票开关尚未开启。',
    },
    deliberate: {
      group_vote: '“专业组提交投票”尚未完成。',
    },
    plenary_provisional: {
      deliberate: '专业组评议尚未通过，不能进入大评委会。',
    },
    plenary_switch: {
      deliberate: '还有 1 位参评人员未经专业组评议，请等各专业组评议完成。',
      plenary_provisional: '“大评委拟投票”尚未完成（已完成 0，共 1）。',
    },
    plenary_vote: {
      deliberate: '专业组评议尚未通过，不能进入大评委会。',
      plenary_switch: '投票开关尚未开启。',
    },
    report: {
      deliberate: '还有 1 位参评人员未经专业组评议，请等各专业组评议完成。',
      plenary_vote: '“大评委投票”尚未完成（已完成 0，共 1）。',
    },
  },
  'hebei · committee_review': {
    leaders: {
      criteria: '评分标准尚未确认。',
    },
    assign_reviewers: {
      criteria: '评分标准尚未确认。',
    },
    score: {
      assign_reviewers: '“分配主副审”尚未完成。',
    },
    second_confirms: {
      assign_reviewers: '“主审打分”尚未完成。',
      score: '“主审打分”尚未完成。',
    },
    leader_confirms: {
      second_confirms: '“副审确认”尚未完成。',
    },
    chair_confirms: {
      leader_confirms: '“组长确认”尚未完成。',
    },
    open_voting: {
      chair_confirms: '“主任确认”尚未完成（已完成 0，共 1）。',
      roll: '票源（参会评委）尚未确定。',
    },
    vote: {
      open_voting: '投票开关尚未开启。',
    },
    confirm_result: {
      vote: '“评委投票”尚未完成（已完成 0，共 1）。',
    },
  },
  'hunan · scored_review': {
    interview_score: {
      recheck: '“材料复审”尚未完成。',
    },
    material_score: {
      interview_score: '“面试答辩打分”尚未完成。',
    },
    open_voting: {
      material_score: '“材料打分”尚未完成（已完成 0，共 1）。',
      roll: '票源（参会评委）尚未确定。',
    },
    vote: {
      open_voting: '投票开关尚未开启。',
    },
    opinion: {
      vote: '“投票”尚未完成。',
    },
    report: {
      opinion: '“评审意见”尚未完成（已完成 0，共 1）。',
    },
  },
}

test.group('what each stage waits for', () => {
  for (const { id, ruleset } of allProvinces())
    for (const mode of ruleset.reviewModes)
      test(`[HN-11] [HU-20] [HB-70] ${id} · ${mode.label}`, ({ assert }) => {
        assert.deepEqual(refusalsOf(mode), REFUSALS[`${id} · ${mode.id}`])
      })

  test('the table holds every mode of every province', ({ assert }) => {
    const modes = allProvinces().flatMap(({ id, ruleset }) =>
      ruleset.reviewModes.map((mode) => `${id} · ${mode.id}`)
    )
    assert.sameMembers(modes, Object.keys(REFUSALS))
  })
})
