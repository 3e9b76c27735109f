import type { MaterialRule } from '#province/ruleset'

const kinds = { accept: ['pdf', 'jpg', 'png'], maxSizeKb: 20_480, maxFiles: 10 }

/** The 15 materials of HB-25; R = required. Conditions that the manual leaves to the reader are in SOURCES.md. */
export const materials: MaterialRule[] = [
  { id: 'truth_pledge', name: '申报材料真实性承诺书', required: true, ...kinds },
  { id: 'ethics', name: '职业道德评价表', required: true, template: 'ethics_form', ...kinds },
  { id: 'points_ranking', name: '申报晋升人员量化评分推荐排名表', required: true, ...kinds },
  { id: 'unit_publicity', name: '申报单位推荐公示证明', required: true, ...kinds },
  { id: 'grassroots', name: '专业技术人员基层服务鉴定表', ...kinds },
  {
    id: 'green_channel',
    name: '绿色通道备案表',
    requiredWhen: { mode: 'green_channel' },
    ...kinds,
  },
  {
    id: 'medical_ethics',
    name: '医德医风考核表',
    requiredWhen: { category: 'health' },
    hint: '卫生医护类职称必须上传',
    ...kinds,
  },
  { id: 'present_evaluation_form', name: '现任《专业技术职务任职资格评审表》', ...kinds },
  { id: 'present_exam_form', name: '现任《资格考试合格人员登记表》', ...kinds },
  {
    id: 'introduced_talent',
    name: '引进高层次人才申报晋升高级专业技术职务任职资格登记表',
    requiredWhen: {
      'form.summary.introduced': '是',
      'level': { $in: ['senior_full', 'senior_associate'] },
    },
    ...kinds,
  },
  {
    id: 'exceptional',
    name: '专业技术人员拟破格申报晋升高级专业技术职务任职资格登记表',
    requiredWhen: { mode: 'exceptional', level: { $in: ['senior_full', 'senior_associate'] } },
    ...kinds,
  },
  { id: 'deferred_retirement', name: '专业技术人员延长退休年龄审批表', ...kinds },
  { id: 'continuing_education', name: '继续教育证书', ...kinds },
  { id: 'epidemic_frontline', name: '新冠肺炎疫情防控一线人员信息确认表', ...kinds },
  { id: 'other', name: '其他申报材料', ...kinds },
]
