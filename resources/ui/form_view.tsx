import { FileList } from './file_list'
import type {
  FieldRule,
  FileLink,
  FileMap,
  FormRecord,
  MaterialRule,
  SectionRule,
} from './form_types'

/** A value as it is read: periods with their ends, files by name elsewhere. */
export function valueText(field: FieldRule, value: unknown): string {
  if (value === undefined || value === null || value === '') return '—'
  if (field.type === 'period') {
    const { from, to } = value as { from?: string; to?: string }
    return from && to ? `${from} 至 ${to}` : '—'
  }
  if (field.type === 'select' && field.options)
    return field.options.find((option) => option.value === value)?.label ?? String(value)
  return String(value)
}

export interface FileOfApplication {
  sections: SectionRule[]
  contents: Record<string, unknown>
  materials: (MaterialRule & { isRequired: boolean; files: FileLink[] })[]
  files: FileMap
}

/** An application to read and to print. Empty sections are named in one line. */
export function FormView({ file }: { file: FileOfApplication }) {
  return (
    <>
      {file.sections.map((section) => (
        <section className="card" key={section.id} id={`section-${section.id}`}>
          <h2>{section.title}</h2>
          {section.kind === 'materials' ? (
            <Materials materials={file.materials} />
          ) : section.kind === 'form' ? (
            <Values
              fields={section.fields}
              values={file.contents[section.id] as never}
              files={file.files}
            />
          ) : (
            <RecordList
              fields={section.fields}
              records={(file.contents[section.id] ?? []) as FormRecord[]}
              files={file.files}
            />
          )}
        </section>
      ))}
    </>
  )
}

function Values({
  fields,
  values,
  files,
}: {
  fields: FieldRule[]
  values: Record<string, unknown>
  files: FileMap
}) {
  return (
    <dl className="facts">
      {fields.map((field) => (
        <div key={field.id} className={field.type === 'long_text' ? 'wide' : undefined}>
          <dt>{field.label}</dt>
          <dd>
            {field.type === 'file' || field.type === 'image' ? (
              <FileList
                files={((values?.[field.id] ?? []) as number[]).flatMap((id) => files[id] ?? [])}
              />
            ) : (
              valueText(field, values?.[field.id])
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function RecordList({
  fields,
  records,
  files,
}: {
  fields: FieldRule[]
  records: FormRecord[]
  files: FileMap
}) {
  if (records.length === 0) return <span className="muted">未填写</span>
  return (
    <>
      {records.map((record, index) => (
        <div
          key={record.key}
          style={
            index > 0
              ? { borderTop: '1px solid var(--line)', marginTop: 14, paddingTop: 14 }
              : undefined
          }
        >
          <Values fields={fields} values={record} files={files} />
        </div>
      ))}
    </>
  )
}

function Materials({ materials }: { materials: FileOfApplication['materials'] }) {
  return (
    <dl className="facts">
      {materials.map((material) => (
        <div key={material.id}>
          <dt>
            {material.name}
            {material.isRequired && '（必须）'}
          </dt>
          <dd>
            <FileList files={material.files} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
