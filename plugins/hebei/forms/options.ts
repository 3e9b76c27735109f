/** Choices of the selects in the manual; lists it shows only in part are completed from the national code tables (SOURCES.md). */
export const SEX = ['男性', '女性'] as const
export const YES_NO = ['是', '否'] as const
export const ID_TYPES = [
  '居民身份证(户口簿)',
  '护照',
  '港澳台居民居住证',
  '外国人永久居留身份证',
] as const
export const POLITICS = [
  '中共党员',
  '中共预备党员',
  '共青团员',
  '民革党员',
  '民盟盟员',
  '民建会员',
  '民进会员',
  '农工党党员',
  '致公党党员',
  '九三学社社员',
  '台盟盟员',
  '无党派人士',
  '群众',
] as const
export const EDUCATION = [
  '博士研究生',
  '硕士研究生',
  '大学本科',
  '大学专科',
  '中等专科',
  '高中及以下',
] as const
export const DEGREES = ['博士', '硕士', '学士', '无'] as const
export const SCHOOLING = ['全日制', '在职教育', '自学考试', '成人教育', '网络教育', '其他'] as const
export const STUDY_YEARS = ['2年', '2.5年', '3年', '4年', '5年', '6年', '7年', '8年'] as const
export const UNIT_TYPES = [
  '机关',
  '事业单位',
  '国有企业',
  '民营企业',
  '外资企业',
  '社会组织',
  '其他',
] as const
export const SCHOOL_LOCATIONS = ['城市', '县镇', '乡村'] as const
export const ASSESSMENTS = ['优秀', '合格', '基本合格', '不合格', '未参加考核'] as const
export const LEVELS = ['正高级', '副高级', '中级', '助理级', '员级'] as const
export const RANKS = ['独立', '第一', '第二', '第三', '第四', '第五及以后'] as const
export const JOURNAL_RANKS = [
  'SCI',
  'EI',
  'CSSCI',
  '中文核心期刊',
  '国家级期刊',
  '省级期刊',
  '其他',
] as const
export const PARTICIPATION = ['独著', '主编', '副主编', '参编', '译著'] as const
export const SPECIAL_EXPERIENCE = ['援藏援疆', '驻村帮扶', '基层服务', '抗疫一线', '其他'] as const
export const AWARD_LEVELS = ['国家级', '省部级', '市厅级', '县处级', '其他'] as const

export const TITLE_CATEGORIES = ['教学类', '卫生类', '工程类', '综合类']
