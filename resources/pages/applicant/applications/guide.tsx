import { Button } from 'antd'
import type { FieldRule, MaterialRule, Option, SectionRule } from '#province/ruleset'
import { PageHead } from '~/ui/page_head'

type Props = {
  batch: string | null
  modes: Option[]
  sections: SectionRule[]
  materials: MaterialRule[]
}

const TYPES: Record<FieldRule['type'], string> = {
  text: '文字',
  long_text: '长文字',
  select: '选择',
  date: '日期',
  month: '年月',
  year: '年份',
  number: '数字',
  file: '附件',
  image: '照片',
  period: '起止年月',
  phone: '手机号码',
  email: '电子邮箱',
  id_number: '身份证号',
  url: '网址',
  read_only: '自动带出',
}

/** The limits of a field in words. */
function limits({ type, maxLength, min, max, maxSizeKb, accept, hint }: FieldRule): string {
  return [
    maxLength && `最多 ${maxLength} 字`,
    type === 'number' && min !== undefined && max !== undefined && `${min} 至 ${max}`,
    accept && accept.join('、').toUpperCase(),
    maxSizeKb &&
      `不超过 ${maxSizeKb >= 1024 ? `${Math.round(maxSizeKb / 1024)} MB` : `${maxSizeKb} KB`}`,
    hint,
  ]
    .filter(Boolean)
    .join('；')
}

const needed = ({ required, requiredWhen }: Pick<FieldRule, 'required' | 'requiredWhen'>) =>
  required ? '必填' : requiredWhen ? '符合条件时必填' : '选填'

/** 填报说明, to read before filling in and to print. */
export default function Guide({ batch, modes, sections, materials }: Props) {
  return (
    <>
      <PageHead
        title="填报说明"
        hint={batch ?? undefined}
        actions={<Button onClick={() => window.print()}>打印或另存为 PDF</Button>}
      />
      <section className="card">
        <h2>申报方式</h2>
        <dl className="facts">
          {modes.map(({ value, label, description }) => (
            <div key={value}>
              <dt>{label}</dt>
              <dd>{description ?? '—'}</dd>
            </div>
          ))}
        </dl>
      </section>
      {sections.map((section) => (
        <section className="card" key={section.id}>
          <h2>
            {section.group} · {section.title}
          </h2>
          {section.hint && <p className="muted">{section.hint}</p>}
          {section.kind === 'materials' ? (
            <table className="records">
              <thead>
                <tr>
                  <th>材料</th>
                  <th>要求</th>
                  <th>说明</th>
                </tr>
              </thead>
              <tbody>
                {materials.map((one) => (
                  <tr key={one.id}>
                    <td>{one.name}</td>
                    <td data-label="要求">{needed(one)}</td>
                    <td data-label="说明">{one.hint ?? '—'}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          ) : (
            <table className="records">
              <thead>
                <tr>
                  <th>项目</th>
                  <th>类型</th>
                  <th>要求</th>
                  <th>说明</th>
                </tr>
              </thead>
              <tbody>
                {section.fields.map((field) => (
                  <tr key={field.id}>
                    <td>{field.label}</td>
                    <td data-label="类型">{TYPES[field.type]}</td>
                    <td data-label="要求">
                      {field.type === 'read_only' ? '不必填' : needed(field)}
                    </td>
                    <td data-label="说明">{limits(field) || '—'}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </section>
      ))}
    </>
  )
}
