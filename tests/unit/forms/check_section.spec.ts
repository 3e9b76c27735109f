import { test } from '@japa/runner'
import { sectionFaults, type SectionContent } from '#forms/check_section'
import { date, form, month, must, number, period, records, select, text } from '#province/fields'

const section = form('组', 'basics', '基本信息', [
  text('name', '姓名', { ...must, maxLength: 4 }),
  select('kind', '类别', ['甲', '乙'], must),
  text('reason', '理由', {
    visibleWhen: { 'form.basics.kind': '乙' },
    requiredWhen: { 'form.basics.kind': '乙' },
  }),
  date('on', '日期'),
  number('points', '得分', { min: 0, max: 100, decimals: 1 }),
  period('span', '年限'),
])
const faults = (content: SectionContent, complete = false, which = section) =>
  sectionFaults(which, content, { facts: { form: {} }, sources: {} }, complete).map(
    ({ message }) => message
  )

test.group('sections', () => {
  test('[HB-40] a draft may be empty, a submission may not', ({ assert }) => {
    assert.deepEqual(faults({}), [])
    assert.deepEqual(faults({}, true), ['请填写“姓名”', '请填写“类别”'])
  })

  test('a field that a condition shows is required when the condition says so', ({ assert }) => {
    assert.deepEqual(faults({ name: '张三', kind: '甲' }, true), [])
    assert.deepEqual(faults({ name: '张三', kind: '乙' }, true), ['请填写“理由”'])
  })

  test('limits are those of the rules; rare characters count as one', ({ assert }) => {
    assert.deepEqual(faults({ name: '𠮷𠮷𠮷𠮷' }), [])
    assert.deepEqual(faults({ name: '张张张张张' }), ['“姓名”最多 4 个字，现有 5 个'])
    assert.deepEqual(faults({ kind: '丙' }), ['“类别”请从列表中选择'])
    assert.deepEqual(faults({ on: '2026-02-30' }), ['“日期”应为有效日期，如 2026-05-01'])
    assert.deepEqual(faults({ points: 100.5 }), ['“得分”不能大于 100'])
    assert.deepEqual(faults({ points: 1.25 }), ['“得分”最多 1 位小数'])
    assert.deepEqual(faults({ span: { from: '2026-05', to: '2020-01' } }), [
      '“年限”的开始年月不能晚于结束年月',
    ])
  })

  test('what the rules do not name is refused', ({ assert }) => {
    assert.deepEqual(faults({ isAdmin: true } as never), ['含有规则以外的内容'])
  })

  test('[HB-27] [HB-28] a record that ends before it begins is kept, and not submitted', ({
    assert,
  }) => {
    const table = records('组', 'work', '工作经历', [
      month('from', '开始时间', must),
      month('to', '结束时间'),
    ])
    const wrong = [{ key: 'a', from: '2020-05', to: '2019-12' }]
    assert.deepEqual(faults(wrong, true, table), ['“结束时间”不能早于“开始时间”'])
    assert.isTrue(
      sectionFaults(table, wrong, { facts: { form: {} }, sources: {} }, false)[0].isUnfinished
    )
    for (const to of ['2020-05', '2021-01', undefined])
      assert.deepEqual(faults([{ key: 'a', from: '2020-05', to }], true, table), [])
  })

  test('[HB-27] records are checked one by one and counted', ({ assert }) => {
    const table = records('组', 'education', '学习经历', [text('school', '院校', must)], {
      minRecords: 1,
      maxRecords: 2,
    })
    assert.deepEqual(faults([], true, table), ['至少填写 1 条'])
    assert.deepEqual(faults([{ key: 'a' }], true, table), ['请填写“院校”'])
    assert.deepEqual(
      faults(
        [1, 2, 3].map((key) => ({ key: String(key), school: '大学' })),
        true,
        table
      ),
      ['最多 2 条']
    )
  })
})
