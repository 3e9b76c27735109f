import { test } from '@japa/runner'
import { announcementOf } from '#notifications/announcements'
import { clauses, sentence } from '#web/sentence'

test.group('what people wrote, in sentences of the product', () => {
  test('[HU-76] [HB-15] an opinion ends with one full stop, whoever set it', ({ assert }) => {
    assert.equal(sentence('证照看不清'), '证照看不清。')
    assert.equal(sentence(' 证照看不清。 '), '证照看不清。')
    assert.equal(sentence('证照看不清；'), '证照看不清。')
    assert.equal(sentence('请重新上传！'), '请重新上传！')
    assert.equal(
      clauses(['缺少证明，请补充。', '请于 11-27 前补正']),
      '缺少证明，请补充；请于 11-27 前补正'
    )
    assert.equal(clauses(['同意。']), '同意。')
    const payload = { opinion: '缺少聘任证明。', dueOn: '2026-05-01' }
    const told = announcementOf({ type: 'return', stageAfter: 'returned', payload })
    assert.include(told!.body, '审核意见：缺少聘任证明。请于 2026-05-01 前')
  })
})
