import type Application from '#applications/models/application'
import { applicationCard } from '#applications/queries/application_card'
import { applicationFile, type ApplicationFile } from '#applications/queries/application_file'
import { caseRows } from '#approvals/queries/case_rows'
import { valueWords } from '#approvals/value_words'
import { rulesetById } from '#batches/queries/rulesets'
import { STAGE_WORDS, type Stage } from '#lifecycle/stages'
import { timeline } from '#lifecycle/timeline'
import type { FieldRule } from '#province/ruleset'
import { maskIdNumber, maskPhone } from '#tenancy/masking'

type Content = Record<string, unknown>
type Paths = Map<number, string>
const OUTCOMES = { passed: '通过', not_passed: '未通过' }
const COVERED = '＊＊＊'

/**
 * 申报情况.json: what was applied for, what was typed, what came of it, and who did what when, under the labels the
 * applicant saw. It is read when the rules of its year are long gone: no codes. `paths` are its files in the package.
 */
export async function caseRecord(application: Application, paths: Paths) {
  const { ruleset } = await rulesetById(application.rulesetId)
  const { precheck, acquisitions } = ruleset.application
  const [card, facts, file, log] = await Promise.all([
    applicationCard(application),
    caseRows([application.id]).then((rows) => rows.get(application.id)!),
    applicationFile(application, 'authority'),
    timeline(application, 'office'),
  ])
  const { tally, outcome } = application
  return {
    申报编号: application.code,
    姓名: application.personName,
    身份证号: facts.idNumber,
    工作单位: card.unit,
    申报批次: card.batch,
    申报类别: facts.category,
    取得方式: acquisitions.find(({ value }) => value === application.acquisition)?.label ?? null,
    申报系列: facts.series,
    申报专业: facts.specialty,
    申报职称: facts.title,
    级别: facts.level,
    申报方式: facts.mode,
    评审方式: facts.evaluationMethod,
    评委会: facts.committee,
    提交时间: card.submittedAt,
    打包时的状态: STAGE_WORDS[application.stage as Stage],
    评审结果: outcome ? OUTCOMES[outcome] : null,
    投票: tally && {
      应到人数: tally.roll,
      实投票数: tally.cast,
      同意票数: tally.yes,
      反对票数: tally.no,
      弃权票数: tally.abstain,
    },
    证书编号: application.certificateNumber,
    资格问题: items(precheck, application.precheck ?? {}, paths),
    申报信息: sections(file, paths),
    申报材料: file.materials.map(({ name, files }) => ({
      材料: name,
      文件: files.flatMap(({ id }) => paths.get(id) ?? []),
    })),
    流转日志: log.map((entry) => ({
      时间: entry.at,
      事项: entry.title,
      机构: entry.where,
      办理人: entry.who,
      意见: entry.opinion,
      说明: entry.text,
      已回退: entry.undone ? '是' : '否',
    })),
  }
}

const sections = (file: ApplicationFile, paths: Paths) =>
  file.sections
    .filter(({ kind }) => kind !== 'materials')
    .map(({ id, title, kind, fields }) =>
      kind === 'form'
        ? { 信息项: title, 内容: items(fields, (file.contents[id] ?? {}) as Content, paths) }
        : {
            信息项: title,
            记录: ((file.contents[id] ?? []) as Content[]).map((one) => items(fields, one, paths)),
          }
    )

const items = (fields: FieldRule[], values: Content, paths: Paths) =>
  fields.map((field) => ({ 项目: field.label, 内容: words(field, values[field.id], paths) }))

/** As the page shows it; of what is sealed only what a page would show. */
function words(field: FieldRule, value: unknown, paths: Paths): string | string[] {
  if (field.type === 'file' || field.type === 'image')
    return ((value ?? []) as number[]).flatMap((id) => paths.get(id) ?? [])
  const text = valueWords(field, value)
  if (text === '' || (!field.sensitive && field.type !== 'id_number' && field.type !== 'phone'))
    return text
  if (field.type === 'phone') return maskPhone(text)
  return field.type === 'id_number' ? maskIdNumber(text) : COVERED
}
