import { test } from '@japa/runner'
import { sayWith } from '#province/say'

test.group('words of a province', () => {
  test('a saying is replaced wherever the kit says it, the longer one first, once', ({
    assert,
  }) => {
    const say = sayWith({ 用人单位: '工作单位', 单位: '机构', 机构: '组织', 空: '' })
    assert.equal(say('用人单位意见'), '工作单位意见')
    assert.equal(say('所在单位'), '所在机构')
    assert.equal(say('空'), '空')
    assert.equal(say(7), 7)
  })

  test('without words everything stays', ({ assert }) => {
    const whole = { title: '单位' }
    assert.strictEqual(sayWith({})(whole), whole)
    assert.equal(sayWith({})('单位（含分支）'), '单位（含分支）')
  })
})
