import { inWordsOf } from '#rules/fault_words'
import { rulesetFaults } from '#province/check_ruleset'
import { allTemplateFaults } from '#province/check_province'
import type { DocumentTemplate, Province } from '#province/define_province'
import { inChinese, schemaInspector } from '#province/schema_faults'
import { RULESET_SCHEMA } from '#province/ruleset_schema'
import type { Ruleset } from '#province/ruleset'
import { placeOf, wordsOfValue } from '#rules/shape/place'

/** A fault of a draft and the panel on which it is mended. */
export interface DraftFault {
  panel: string
  message: string
}

export interface DraftContent {
  document: Ruleset
  words: Record<string, string>
  templates: Record<string, DocumentTemplate>
}

const errorsOf = schemaInspector(RULESET_SCHEMA)

/** Every fault of a draft at once, each with its panel; empty when it may be published. */
export function draftFaults(
  { document, words, templates }: DraftContent,
  around: Pick<Province, 'roles' | 'strategies'> & { earlier?: Ruleset }
): DraftFault[] {
  const wrongShape = shapeFaults(document)
  const faults = [
    ...(wrongShape.length > 0
      ? wrongShape
      : rulesetFaults(document, { ...around, templates }).map((message) => ({
          panel: panelOf(message),
          message: inWordsOf(message, document, around.earlier),
        }))),
    ...allTemplateFaults(templates).map((message) => ({ panel: 'templates', message })),
    ...wordFaults(words).map((message) => ({ panel: 'words', message })),
  ]
  // a condition that asks for the same several times has one fault
  return [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()]
}

/** A saying nobody could find again on a page, or one that would vanish from it. */
const wordFaults = (words: Record<string, string>): string[] =>
  Object.entries(words).flatMap(([generic, own]) =>
    typeof own !== 'string' || own.trim() === ''
      ? [`用语“${generic}”：请填写要改成的说法`]
      : generic.trim().length < 2
        ? [`用语“${generic}”：至少两个字，否则会改动无关的文字`]
        : own.length > 40
          ? [`用语“${generic}”：改成的说法最多 40 个字`]
          : []
  )

/** What has not the shape of a ruleset, told by the labels of the editor instead of by keys. */
export function shapeFaults(document: unknown): DraftFault[] {
  return errorsOf(document).map((error) => {
    const { panel, node, words } = placeOf(error.instancePath, document as object)
    const named = (key: string) =>
      node?.kind === 'record' ? node.fields.find((field) => field.key === key)?.label : undefined
    const { missingProperty, allowedValues } = error.params
    const said = missingProperty
      ? `请填写${named(missingProperty) ?? missingProperty}`
      : error.data === null || error.data === ''
        ? '请填写'
        : allowedValues
          ? `应为 ${allowedValues.map((value: string) => wordsOfValue(node, value)).join('、')} 之一`
          : inChinese(error)
    return { panel, message: words.length > 0 ? `${words.join(' · ')}：${said}` : said }
  })
}

/** The words by which the checks of the ruleset begin, and the panel they speak of. */
const BEGINNINGS: [RegExp, string][] = [
  [/^(申报信息项|有申报材料，但|材料信息项)/, 'sections'],
  [/^申报材料/, 'materials'],
  [/^资格条件/, 'eligibility'],
  [/^(申报类别|取得方式|申报方式|评审方式|资格问题)/, 'choices'],
  [/^职数/, 'quotas'],
  [/^系列/, 'series'],
  [/^机构类型/, 'kinds'],
  [/^(审核路径|单位内部公示|查询条件|审核字段|核查字段)/, 'approvals'],
  [/^评审方案/, 'plans'],
  [/^评审模式/, 'modes'],
  [/^(出席人数|通过票数)/, 'voting'],
  [/^(评审结果公示|公示机构|备案机构)/, 'results'],
  [/^发文审查/, 'documents'],
  [/^(证书编号|没有模板|发证机构|制证机构)/, 'certificates'],
  [/^(评委会人数|专家信息|按(系列|专业)组建)/, 'committees'],
  [/日志的保存期限/, 'retention'],
]

export const panelOf = (message: string) =>
  BEGINNINGS.find(([beginning]) => beginning.test(message))?.[1] ?? 'choices'
