import { test } from '@japa/runner'
import { marked, sinceOf, tieBetween, type Sections } from '#evaluations/interests'
import { DEFAULT_AVOIDANCE } from '#province/default_avoidance'

const SINCE = sinceOf(DEFAULT_AVOIDANCE, '2026-11-21')

const expert = (sections: Sections, unit = '示例一中') =>
  marked({ name: '王示例', unit, sections }, DEFAULT_AVOIDANCE.expert, SINCE)
const applicant = (sections: Sections, unit = '示例二中') =>
  marked({ name: '李示例', unit, sections }, DEFAULT_AVOIDANCE.applicant, SINCE)

test.group('ties between an expert and an applicant', () => {
  test('[HU-12] papers without anything in common tie nobody', ({ assert }) => {
    assert.equal(SINCE, '2023-11')
    assert.isNull(
      tieBetween(
        expert({ papers: [{ name: '城市排水管网的运行' }] }),
        applicant({ papers: [{ title: '污水处理的节能' }] })
      )
    )
  })

  for (const [what, mine, theirs, kind, words] of [
    [
      'a unit of both now or within the years',
      { posts: [{ unit: '示例二中', time: { from: '2019-01', to: '2024-02' } }] },
      {},
      'same_unit',
      /近年同在“示例二中”/,
    ],
    [
      'a unit the applicant left lately',
      {},
      { work: [{ unit: '示例一中', from: '2015-01', to: '2025-06' }] },
      'same_unit',
      /示例一中/,
    ],
    [
      'a paper under both names, however it is spaced',
      { papers: [{ name: '城市排水管网的 运行' }] },
      { papers: [{ title: '《城市排水管网的运行》' }] },
      'cooperation',
      /共同署名/,
    ],
    [
      'a book',
      { books: [{ name: '小学语文教学设计' }] },
      { books: [{ title: '小学语文教学设计' }] },
      'cooperation',
      /共同署名/,
    ],
    [
      'a project',
      { awards: [{ name: '海绵城市示范工程' }] },
      { projects: [{ name: '海绵城市示范工程' }] },
      'cooperation',
      /同一项目/,
    ],
    [
      'who recommends him',
      {},
      { recommendations: [{ expert: '张示例、王示例' }] },
      'other',
      /推荐人/,
    ],
    [
      'whom the expert named in his profile',
      { others: { avoidance: '李示例（学生）' } },
      {},
      'other',
      /申明需要回避/,
    ],
    [
      'a unit the expert named in his profile',
      { others: { avoidance: '配偶在示例二中工作' } },
      {},
      'other',
      /申明需要回避/,
    ],
  ] as const)
    test(`[HU-12] ${what}`, ({ assert }) => {
      const tie = tieBetween(expert(mine as never), applicant(theirs as never))
      assert.equal(tie?.kind, kind)
      assert.match(tie!.reason, words)
    })

  for (const [what, mine, theirs] of [
    [
      'a unit left long ago',
      { posts: [{ unit: '示例二中', time: { from: '2001-01', to: '2010-01' } }] },
      {},
    ],
    [
      'a title too short to say anything',
      { papers: [{ name: '论文' }] },
      { papers: [{ title: '论文' }] },
    ],
    ['a name inside a longer one', { others: { avoidance: '李示例文' } }, {}],
    ['an empty section', { papers: [], posts: [{}] }, { papers: [{ title: null }] }],
  ] as const)
    test(`[HU-12] no tie: ${what}`, ({ assert }) => {
      assert.isNull(tieBetween(expert(mine as never), applicant(theirs as never)))
    })
})
