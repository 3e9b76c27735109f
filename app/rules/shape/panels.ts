import { CHOICES, ELIGIBILITY, MATERIALS, SECTIONS } from '#rules/shape/application'
import {
  ACCOUNTS,
  APPROVALS,
  COMMITTEES,
  DOCUMENTS,
  KINDS,
  PLANS,
  QUOTAS,
  SERIES,
} from '#rules/shape/bodies'
import { CERTIFICATES, MESSAGES, MODES, RESULTS, RETENTION, VOTING } from '#rules/shape/review'
import type { Node, RecordNode, Value } from '#rules/shape/node'

/** One page of the console's editor: a part of the ruleset and what it looks like. */
export interface Panel {
  id: string
  group: string
  label: string
  hint: string
  /** keys from the root of the ruleset to the part */
  at: string[]
  node: Node
}

const panel = (
  group: string,
  id: string,
  label: string,
  at: string,
  node: Node,
  hint: string
): Panel => ({ id, group, label, hint, at: at.split('.'), node })

const [APPLY, REVIEW, AFTER, BASE] = ['申报', '审核与评审', '评审之后', '基础']

/** Every part of the ruleset, in the order a person works through it. */
export const PANELS: Panel[] = [
  panel(APPLY, 'choices', '申报选项', 'application', CHOICES, '申报人开始申报时选择的内容。'),
  panel(
    APPLY,
    'sections',
    '申报信息项',
    'application.sections',
    SECTIONS,
    '申报表的各个部分和字段，按这里的顺序填写。'
  ),
  panel(
    APPLY,
    'materials',
    '申报材料',
    'application.materials',
    MATERIALS,
    '要求上传的材料及其条件。'
  ),
  panel(APPLY, 'eligibility', '资格条件', 'eligibility', ELIGIBILITY, '不能申报或需要提醒的情形。'),
  panel(
    REVIEW,
    'approvals',
    '审核路径',
    'approvals',
    APPROVALS,
    '申报经过哪些机构、每个机构内谁来办理。'
  ),
  panel(REVIEW, 'quotas', '职数', 'quotas', QUOTAS, '岗位职数是否限制申报。'),
  panel(REVIEW, 'committees', '评委会', 'committees', COMMITTEES, '评委会人数和任期。'),
  panel(REVIEW, 'plans', '评审方案', 'plans', PLANS, '评审会议前的方案呈报和评委抽取。'),
  panel(REVIEW, 'modes', '评审模式', 'reviewModes', MODES, '由基本环节组成的评审流程。'),
  panel(
    REVIEW,
    'voting',
    '投票',
    'voting',
    VOTING,
    '出席和通过的比例，不得低于国家规定的三分之二。'
  ),
  panel(AFTER, 'results', '公示与备案', 'results', RESULTS, '由谁公示、公示几天、公示什么。'),
  panel(AFTER, 'documents', '职称文件', 'documents', DOCUMENTS, '发文和审查路线。'),
  panel(AFTER, 'certificates', '证书', 'certificates', CERTIFICATES, '证书编号、模板和发证机构。'),
  panel(AFTER, 'messages', '消息通知', 'messages', MESSAGES, '哪些事项另发短信和邮件。'),
  panel(AFTER, 'retention', '保存期限', 'retention', RETENTION, '个人信息保存多久。'),
  panel(BASE, 'accounts', '账号', 'accounts', ACCOUNTS, '谁为谁开设账号。'),
  panel(BASE, 'kinds', '机构类型', 'organizations.kinds', KINDS, '有哪些机构、谁能建立谁。'),
  panel(
    BASE,
    'series',
    '系列与职称',
    'catalogue.series',
    SERIES,
    '启用的系列、专业和职称；发布后并入目录。'
  ),
]

/** Panels whose content lies beside the ruleset: texts and templates. */
export const FURTHER_PANELS = [
  { id: 'templates', group: AFTER, label: '证书与表的模板' },
  { id: 'words', group: BASE, label: '用语' },
] as const

export const panelById = (id: string) => PANELS.find((each) => each.id === id)

/** The part of a panel in a ruleset. */
export function partOf(document: object, { at }: Pick<Panel, 'at'>): unknown {
  let value: unknown = document
  for (const key of at) value = (value as Record<string, unknown> | undefined)?.[key]
  return value
}

/** The ruleset with another part; the other parts stay the same objects, and so does what a panel does not show. */
export function withPart<Document extends object>(
  document: Document,
  { at, node }: Pick<Panel, 'at' | 'node'>,
  value: unknown
): Document {
  const [key, ...rest] = at
  const inner = (document as Value)[key]
  if (rest.length > 0)
    return { ...document, [key]: withPart(inner as object, { at: rest, node }, value) }
  return { ...document, [key]: node.kind === 'record' ? shown(node, inner, value as Value) : value }
}

function shown({ fields }: RecordNode, before: Value, value: Value): Value {
  const keys = new Set(fields.map((field) => field.key))
  const kept = Object.entries(before).filter(([key]) => !keys.has(key))
  const given = Object.entries(value).filter(([key]) => keys.has(key))
  return Object.fromEntries([...kept, ...given])
}
