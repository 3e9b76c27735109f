import { FileList } from '../file_list'
import { valueText } from '../form_view'
import type { FieldRule, FileMap, FormRecord } from '../form_types'

export interface ShownChange {
  section: string
  place: string
  field: FieldRule | null
  fields: FieldRule[]
  before: unknown
  after: unknown
}

/** What the last submission changed, side by side. */
export function Changes({ changes, files }: { changes: ShownChange[]; files: FileMap }) {
  if (changes.length === 0) return null
  return (
    <section className="card">
      <h2>本次修改（{changes.length} 处）</h2>
      <table className="records changes">
        <thead>
          <tr>
            <th>项目</th>
            <th>修改前</th>
            <th>修改后</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change, index) => (
            <tr key={index}>
              <td>{change.place}</td>
              <td data-label="修改前">
                <Value change={change} value={change.before} files={files} />
              </td>
              <td data-label="修改后" className="after">
                <Value change={change} value={change.after} files={files} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Value({
  change: { field, fields },
  value,
  files,
}: {
  change: ShownChange
  value: unknown
  files: FileMap
}) {
  if (!field)
    return value
      ? fields
          .filter(({ type }) => type !== 'file' && type !== 'image')
          .map((each) => valueText(each, (value as FormRecord)[each.id]))
          .filter((text) => text !== '—')
          .join('，')
      : '（无此记录）'
  if (field.type === 'file' || field.type === 'image')
    return <FileList files={((value ?? []) as number[]).flatMap((id) => files[id] ?? [])} />
  return valueText(field, value)
}
