import { test } from '@japa/runner'
import { firstMatch, holds } from '#province/conditions'
import { conditionFaults } from '#province/check_condition'
import { explain } from '#province/explain_condition'

const facts = {
  level: 'senior_full',
  series: '22',
  year: 2026,
  organization: { attributes: { autonomous: true } },
  form: { education: [{ degree: '硕士' }, { degree: '学士' }], present: { years: '12' } },
}

test.group('conditions', () => {
  for (const [title, condition, expected] of [
    ['empty holds', {}, true],
    ['equal', { level: 'senior_full' }, true],
    ['in', { series: { $in: ['04', '22'] } }, true],
    ['not in', { series: { $nin: ['04', '22'] } }, false],
    ['missing equals null', { mode: null }, true],
    ['missing differs from a value', { mode: { $ne: 'normal' } }, true],
    ['dotted path', { 'organization.attributes.autonomous': true }, true],
    ['number against text', { 'form.present.years': { $gte: 10 } }, true],
    ['text that is no number never compares', { level: { $gt: 3 } }, false],
    ['some record', { 'form.education': { $some: { degree: '硕士' } } }, true],
    ['no record', { 'form.education': { $some: { degree: '博士' } } }, false],
    ['and or not', { $or: [{ series: '01' }, { $not: { level: 'intermediate' } }] }, true],
    ['exists', { 'form.missing.field': { $exists: false } }, true],
    ['inherited properties are no facts', { 'constructor.name': 'Object' }, false],
  ] as const)
    test(`${title}`, ({ assert }) => {
      assert.equal(holds(condition as never, facts), expected)
    })

  test('first row whose condition holds', ({ assert }) => {
    const rows = [
      { when: { series: '04' }, by: 'a' },
      { when: { level: 'senior_full' }, by: 'b' },
      { by: 'c' },
    ]
    assert.equal(firstMatch(rows, facts)?.by, 'b')
    assert.equal(firstMatch(rows, {})?.by, 'c')
  })

  test('faults name what is wrong', ({ assert }) => {
    assert.deepEqual(conditionFaults({ level: 'senior_full' }), [])
    assert.deepEqual(conditionFaults({ grade: 1 }), ['未知的事实 grade'])
    assert.deepEqual(conditionFaults({ level: 'top' }), ['level：没有 "top" 这个值'])
    assert.deepEqual(conditionFaults({ 'body.isFirst': 'yes' }), [
      'body.isFirst：值 "yes" 的类型应为是或否',
    ])
    assert.deepEqual(conditionFaults({ series: { $regex: '.*' } }), ['series：未知的运算 $regex'])
    assert.deepEqual(conditionFaults({ $where: '1' }), ['未知的组合方式 $where'])
    assert.deepEqual(conditionFaults({ $or: [{ level: { $in: 'x' } }] }), ['level：$in 应为列表'])
  })

  test('explains in Chinese why', ({ assert }) => {
    assert.equal(explain({ level: 'senior_full' }, facts), '申报级别 为 正高级（是）')
    assert.equal(explain({ level: 'intermediate' }, facts), '申报级别 为 中级（否，现为 正高级）')
  })
})
