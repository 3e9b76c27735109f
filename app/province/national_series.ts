import { LEVEL_LABELS } from '#province/facts'
import type { Level, SeriesRule } from '#province/ruleset'

interface Track {
  /** titles from the highest level down; `-` where a level has none */
  names: string
  /** national code of the first; those below follow it */
  first?: string
}

interface NationalSeries {
  code: string
  name: string
  specialties: string
  tracks: Track[]
}

/** The title series of the national list with their titles by track; what is not settled nationally is left to provinces. */
const SERIES: NationalSeries[] = [
  {
    code: '01',
    name: '高等学校教师',
    specialties: '哲学 逻辑学 宝石及材料工艺学 计算机科学与技术',
    tracks: [{ names: '教授 副教授 讲师 助教', first: '0101' }],
  },
  {
    code: '02',
    name: '哲学社会科学研究人员',
    specialties: '经济学 法学 历史学 社会学',
    tracks: [{ names: '研究员 副研究员 助理研究员 研究实习员', first: '0201' }],
  },
  {
    code: '03',
    name: '自然科学研究人员',
    specialties: '物理学 化学 生物学 农学',
    tracks: [{ names: '研究员 副研究员 助理研究员 研究实习员', first: '0301' }],
  },
  {
    code: '04',
    name: '卫生技术人员',
    specialties: '心血管内科 普通外科学 护理学 药学 临床医学检验技术',
    tracks: [
      { names: '主任医师 副主任医师 主治医师 医师 医士', first: '0401' },
      { names: '主任药师 副主任药师 主管药师 药师 药士', first: '0411' },
      { names: '主任护师 副主任护师 主管护师 护师 护士', first: '0421' },
      { names: '主任技师 副主任技师 主管技师 技师 技士', first: '0431' },
    ],
  },
  {
    code: '05',
    name: '工程技术人员',
    specialties: '建筑工程 机械工程 电子信息工程 水利工程 测绘工程 矿山地质勘探',
    tracks: [{ names: '正高级工程师 高级工程师 工程师 助理工程师 技术员', first: '0501' }],
  },
  {
    code: '06',
    name: '农业技术人员',
    specialties: '农学 园艺 畜牧 兽医 农业技术推广',
    tracks: [
      { names: '正高级农艺师 高级农艺师 农艺师 助理农艺师 农业技术员', first: '0601' },
      { names: '正高级畜牧师 高级畜牧师 畜牧师 助理畜牧师', first: '0606' },
      { names: '正高级兽医师 高级兽医师 兽医师 助理兽医师', first: '0610' },
      { names: '农业技术推广研究员', first: '0614' },
    ],
  },
  {
    code: '07',
    name: '新闻专业人员',
    specialties: '文字记者 摄影记者 报刊编辑 网络编辑',
    tracks: [
      { names: '高级记者 主任记者 记者 助理记者', first: '0701' },
      { names: '高级编辑 主任编辑 编辑 助理编辑', first: '0705' },
    ],
  },
  {
    code: '08',
    name: '出版专业人员',
    specialties: '图书编辑 期刊编辑 数字编辑',
    tracks: [{ names: '编审 副编审 编辑 助理编辑' }],
  },
  {
    code: '09',
    name: '图书资料专业人员',
    specialties: '图书馆学 情报资料 群众文化',
    tracks: [{ names: '研究馆员 副研究馆员 馆员 助理馆员 管理员' }],
  },
  {
    code: '10',
    name: '文物博物专业人员',
    specialties: '文物保护 考古发掘 文物修复 博物馆管理',
    tracks: [{ names: '研究馆员 副研究馆员 馆员 助理馆员' }],
  },
  {
    code: '11',
    name: '档案专业人员',
    specialties: '档案管理 档案保护 档案信息化',
    tracks: [{ names: '研究馆员 副研究馆员 馆员 助理馆员 管理员' }],
  },
  {
    code: '12',
    name: '工艺美术专业人员',
    specialties: '陶瓷 玉雕 刺绣 染织',
    tracks: [{ names: '正高级工艺美术师 高级工艺美术师 工艺美术师 助理工艺美术师 工艺美术员' }],
  },
  {
    code: '13',
    name: '技工院校教师',
    specialties: '机械类 电工电子类 交通类 服务类',
    tracks: [
      { names: '正高级讲师 高级讲师 讲师 助理讲师' },
      {
        names:
          '正高级实习指导教师 高级实习指导教师 一级实习指导教师 二级实习指导教师 三级实习指导教师',
      },
    ],
  },
  {
    code: '14',
    name: '体育专业人员',
    specialties: '田径 游泳 篮球 运动防护',
    tracks: [
      { names: '国家级教练 高级教练 中级教练 初级教练' },
      { names: '- 高级运动防护师 中级运动防护师 初级运动防护师' },
    ],
  },
  {
    code: '15',
    name: '翻译专业人员',
    specialties: '英语 日语 法语 俄语',
    tracks: [{ names: '译审 一级翻译 二级翻译 三级翻译' }],
  },
  {
    code: '16',
    name: '播音主持专业人员',
    specialties: '播音 主持',
    tracks: [{ names: '播音指导 主任播音员主持人 一级播音员主持人 二级播音员主持人' }],
  },
  {
    code: '17',
    name: '会计人员',
    specialties: '会计',
    tracks: [{ names: '正高级会计师 高级会计师 会计师 助理会计师' }],
  },
  {
    code: '18',
    name: '统计专业人员',
    specialties: '统计',
    tracks: [{ names: '正高级统计师 高级统计师 统计师 助理统计师' }],
  },
  {
    code: '19',
    name: '经济专业人员',
    specialties: '工商管理 财政税收 金融 人力资源管理 知识产权',
    tracks: [
      { names: '正高级经济师 高级经济师 经济师 助理经济师' },
      { names: '正高级人力资源管理师 高级人力资源管理师 人力资源管理师 助理人力资源管理师' },
      { names: '正高级知识产权师 高级知识产权师 知识产权师 助理知识产权师' },
    ],
  },
  {
    code: '20',
    name: '实验技术人才',
    specialties: '物理实验 化学实验 生物实验',
    tracks: [{ names: '正高级实验师 高级实验师 实验师 助理实验师 实验员' }],
  },
  {
    code: '21',
    name: '中等职业学校教师',
    specialties: '加工制造类 信息技术类 财经商贸类',
    tracks: [
      { names: '正高级讲师 高级讲师 讲师 助理讲师' },
      {
        names:
          '正高级实习指导教师 高级实习指导教师 一级实习指导教师 二级实习指导教师 三级实习指导教师',
      },
    ],
  },
  {
    code: '22',
    name: '中小学教师',
    specialties: '小学语文 初中数学 高中物理 幼儿园',
    tracks: [{ names: '正高级教师 高级教师 一级教师 二级教师 三级教师' }],
  },
  {
    code: '23',
    name: '艺术专业人员',
    specialties: '演员 演奏员 编剧 美术 舞台技术',
    tracks: [
      { names: '一级演员 二级演员 三级演员 四级演员' },
      { names: '一级演奏员 二级演奏员 三级演奏员 四级演奏员' },
      { names: '一级编剧 二级编剧 三级编剧 四级编剧' },
      { names: '一级导演(编导) 二级导演(编导) 三级导演(编导) 四级导演(编导)' },
      { names: '一级指挥 二级指挥 三级指挥 四级指挥' },
      { names: '一级作曲 二级作曲 三级作曲 四级作曲' },
      { names: '一级作词 二级作词 三级作词 四级作词' },
      { names: '一级摄影(摄像)师 二级摄影(摄像)师 三级摄影(摄像)师 四级摄影(摄像)师' },
      { names: '一级舞美设计师 二级舞美设计师 三级舞美设计师 四级舞美设计师' },
      { names: '一级艺术创意设计师 二级艺术创意设计师 三级艺术创意设计师 四级艺术创意设计师' },
      { names: '一级美术师 二级美术师 三级美术师 四级美术师' },
      { names: '一级文学创作 二级文学创作 三级文学创作 四级文学创作' },
      { names: '一级演出监督 二级演出监督 三级演出监督 四级演出监督' },
      { names: '一级舞台技术 二级舞台技术 三级舞台技术 四级舞台技术' },
      { names: '一级录音师 二级录音师 三级录音师 四级录音师' },
      { names: '一级剪辑师 二级剪辑师 三级剪辑师 四级剪辑师' },
    ],
  },
  {
    code: '24',
    name: '公共法律服务专业人员',
    specialties: '公证 法医类',
    tracks: [
      { names: '一级公证员 二级公证员 三级公证员 四级公证员' },
      { names: '主任法医师 副主任法医师 主检法医师 法医师' },
    ],
  },
  {
    code: '27',
    name: '审计专业人员',
    specialties: '审计',
    tracks: [{ names: '正高级审计师 高级审计师 审计师 助理审计师' }],
  },
]

const LEVELS = Object.keys(LEVEL_LABELS) as Level[]
const two = (number: number) => String(number).padStart(2, '0')

const titlesOf = ({ code, tracks }: NationalSeries): SeriesRule['titles'] =>
  tracks.flatMap(({ names, first }, track) =>
    names.split(' ').flatMap((name, rank) => {
      if (name === '-') return []
      const title = first
        ? String(Number(first) + rank).padStart(4, '0')
        : `${code}${track}${rank + 1}`
      return [{ code: title, name, level: LEVELS[rank], ...(first && { nationalTitle: title }) }]
    })
  )

/**
 * A province's own series with the rest of the national list behind them: titles it does not name are added to its
 * series, series it does not name follow as they are.
 */
export function withNationalSeries(
  own: SeriesRule[],
  categoryOf: (code: string) => string | undefined = () => undefined
): SeriesRule[] {
  const named = new Map(own.map((series) => [series.code, series]))
  const more = SERIES.filter(({ code }) => !named.has(code)).map((series): SeriesRule => {
    const category = categoryOf(series.code)
    return {
      code: series.code,
      name: series.name,
      ...(category && { category }),
      specialties: series.specialties
        .split(' ')
        .map((name, at) => ({ code: `${series.code}${two(at + 1)}`, name })),
      titles: titlesOf(series),
    }
  })
  const grown = own.map((series) => {
    const national = SERIES.find(({ code }) => code === series.code)
    const known = new Set(series.titles.map(({ code }) => code))
    const added = national ? titlesOf(national).filter(({ code }) => !known.has(code)) : []
    return { ...series, titles: [...series.titles, ...added] }
  })
  return [...grown, ...more]
}
