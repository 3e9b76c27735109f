import { sampleCertificate } from '#province/sample_certificate'

/** Data of the evaluation form; plainly made up. */
export const sampleForm = {
  ...sampleCertificate,
  nation: '汉族',
  presentTitle: '助教',
  education: [
    {
      from: '2008-09',
      to: '2012-06',
      school: '示例大学',
      major: '哲学',
      education: '大学本科',
      degree: '学士',
    },
  ],
  work: [{ from: '2012-07', to: '2026-01', unit: '示例单位', post: '助教' }],
  assessments: [{ year: '2025', grade: '优秀' }],
  papers: [
    {
      published: '2024-05',
      title: '示例论文',
      journal: '示例刊物',
      rank: '第一',
      journalRank: '中文核心期刊',
    },
  ],
  honours: [{ on: '2023-09-10', name: '示例荣誉', giver: '示例单位' }],
  summary: '示例工作总结。',
  opinions: [{ where: '示例单位', who: '示例经办人', at: '2026-04-01', text: '同意推荐。' }],
  tally: { roll: 25, cast: 25, yes: 24, no: 1, abstain: 0 },
  outcome: '通过',
}
