/** Data of the shape the product gives to the templates; plainly made up. */
export const sampleCertificate = {
  name: '示例人员',
  sex: '女',
  idNumber: '110101199003070000',
  birth: '1990-03-07',
  unit: '示例单位',
  series: '示例系列',
  specialty: '示例专业',
  title: '示例职称',
  level: '中级',
  committee: '示例评审委员会',
  passedOn: '2026-05-20',
  number: '2026000000001',
  documentNumber: '示例〔2026〕1 号',
  issuer: '示例发证机关',
  issuedOn: '2026-06-01',
  verifyUrl: 'http://localhost/c/example',
  hasPhoto: false,
}

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
