import { test } from '@japa/runner'
import { formHints, isIsbn, isIssn, marksOf, termsOf } from '#approvals/desk_values'
import { defaultRuleset } from '#province/default_ruleset'
import { month, records, text } from '#province/fields'

const facts = {
  evaluationMethod: 'entrusted',
  form: {
    education: [
      { key: 'a', from: '2000-09', to: '2004-07', school: '甲大学', highest: '否' },
      { key: 'b', from: '2004-06', to: '2007-07', school: '乙大学', highest: '是' },
    ],
    papers: [{ key: 'c', title: '论 “文”', issn: '1000-0055' }],
  },
}

test.group('what the desks find cases by', () => {
  test('[HB-10] values of the records a search is about, and flags', ({ assert }) => {
    const terms = termsOf(
      [
        {
          id: 'school',
          label: '毕业学校',
          kind: 'value',
          section: 'education',
          field: 'school',
          when: { 'form.education.highest': '是' },
        },
        {
          id: 'entrusted',
          label: '是否委托',
          kind: 'flag',
          when: { evaluationMethod: 'entrusted' },
        },
      ],
      facts
    )
    assert.deepEqual(terms, [
      { search: 'school', value: '乙大学' },
      { search: 'entrusted', value: '是' },
    ])
  })

  test('the same title is the same whatever its signs and blanks', ({ assert }) => {
    const of = (title: string) =>
      marksOf([{ section: 'papers', field: 'title', kind: 'title' }], {
        form: { papers: [{ key: 'x', title }] },
      }).map(({ digest }) => digest.toString('hex'))
    assert.deepEqual(of('论 “AI” 教育'), of('论“ＡＩ”教育。'))
    assert.notDeepEqual(of('论教育改革'), of('论教育变革'))
    assert.deepEqual(of('无'), [])
  })

  test('check digits of ISSN and ISBN', ({ assert }) => {
    for (const right of ['0378-5955', 'ISSN 2434-561X', 'CN 11-2223/N', '1000-0054'])
      assert.isTrue(isIssn(right), right)
    for (const wrong of ['0378-5956', '12345']) assert.isFalse(isIssn(wrong), wrong)
    for (const right of ['978-7-302-51163-2', '0-306-40615-2', 'ISBN 9787111213826'])
      assert.isTrue(isIsbn(right), right)
    for (const wrong of ['978-7-302-51163-3', '7302511634x']) assert.isFalse(isIsbn(wrong), wrong)
  })

  test('dates that clash are told, nothing is decided', ({ assert }) => {
    const ruleset = defaultRuleset()
    ruleset.application.sections = [
      records('经历', 'education', '学习经历', [
        month('from', '开始时间'),
        month('to', '结束时间'),
        text('school', '毕业院校'),
      ]),
      records('论文', 'papers', '论文', [text('issn', '刊号')]),
    ]
    ruleset.approvals.hints = [{ section: 'papers', field: 'issn', kind: 'issn' }]
    const messages = formHints(ruleset, facts, '2001-01-01', '2026-11-21').map(
      ({ message }) => message
    )
    assert.lengthOf(messages, 3)
    assert.match(messages[0], /ISSN “1000-0055” 的校验位不正确/)
    assert.match(messages[1], /2000-09 早于出生日期/)
    assert.match(messages[2], /2000-09 至 2004-07 与 2004-06 至 2007-07 重叠/)
  })
})
