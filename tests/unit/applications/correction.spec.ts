import { test } from '@japa/runner'
import { changesIn, isOpen, lockedChanges } from '#applications/correction'
import { file, form, must, records, text } from '#province/fields'

const basics = form('组', 'basics', '基本信息', [text('name', '姓名', must), text('post', '职务')])
const papers = records('组', 'papers', '论文', [text('title', '题目'), file('proof', '证明')])

test.group('a return opens only what it names', () => {
  test('[HB-43] a section, a field, a record', ({ assert }) => {
    assert.isTrue(isOpen(null, 'basics', 'name'))
    assert.isTrue(isOpen([], 'basics', 'name'))
    assert.isTrue(isOpen([{ section: 'basics' }], 'basics', 'name'))
    assert.isFalse(isOpen([{ section: 'basics', field: 'post' }], 'basics', 'name'))
    const one = [{ section: 'papers', field: 'title', recordKey: 'a' }]
    assert.isTrue(isOpen(one, 'papers', 'title', 'a'))
    assert.isFalse(isOpen(one, 'papers', 'title', 'b'))
    assert.isFalse(isOpen(one, 'papers', undefined, 'a'))
  })

  test('[HB-43] changes are named field by field; empty in its kinds is the same', ({ assert }) => {
    assert.deepEqual(changesIn(basics, { name: '甲', post: '' }, { name: '甲' }), [])
    assert.deepEqual(lockedChanges(basics, { name: '甲' }, { name: '乙' }, null), [])
    const parts = [{ section: 'basics', field: 'post' }]
    assert.deepEqual(lockedChanges(basics, { name: '甲' }, { name: '乙', post: '丙' }, parts), [
      '姓名',
    ])
    const before = [
      { key: 'a', title: '一', proof: [1] },
      { key: 'b', title: '二' },
    ]
    const after = [
      { key: 'a', title: '一', proof: [2] },
      { key: 'c', title: '三' },
    ]
    assert.deepEqual(
      changesIn(papers, before, after).map(({ field, recordKey }) => [field, recordKey]),
      [
        ['proof', 'a'],
        [null, 'c'],
        [null, 'b'],
      ]
    )
    assert.deepEqual(
      lockedChanges(papers, before, after, [{ section: 'papers', field: 'proof', recordKey: 'a' }]),
      ['论文']
    )
  })
})
