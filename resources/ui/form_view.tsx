import { createContext, useContext } from 'react'
import { FileList, Photos } from './file_list'
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

/** A place of the form a reviewer asks to correct (R19). */
export interface MarkPlace {
  section: string
  field?: string
  recordKey?: string
  /** the place in words */
  label: string
}
export interface Marking {
  isMarked: (place: MarkPlace) => boolean
  onMark: (place: MarkPlace) => void
}

const Marks = createContext<Marking | null>(null)
/** Lets the reader of a form mark its sections, fields and materials. */
export const MarkingProvider = Marks.Provider

function Mark(place: MarkPlace) {
  const marking = useContext(Marks)
  if (!marking) return null
  const isMarked = marking.isMarked(place)
  return (
    <button
      type="button"
      className="mark no-print"
      data-marked={isMarked}
      aria-label={`标记“${place.label}”需修改`}
      onClick={() => marking.onMark(place)}
    >
      {isMarked ? '已标记' : '标记'}
    </button>
  )
}

/** An application to read and to print. Empty sections are named in one line. */
export function FormView({ file }: { file: FileOfApplication }) {
  return (
    <>
      {file.sections.map((section) => (
        <section className="card" key={section.id} id={`section-${section.id}`}>
          <h2>
            {section.title}
            <Mark section={section.id} label={section.title} />
          </h2>
          {section.kind === 'materials' ? (
            <Materials section={section.id} materials={file.materials} />
          ) : section.kind === 'form' ? (
            <Values
              section={section}
              fields={section.fields}
              values={file.contents[section.id] as never}
              files={file.files}
            />
          ) : (
            <RecordList
              section={section}
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
  section,
  recordKey,
  fields,
  values,
  files,
}: {
  section: SectionRule
  recordKey?: string
  fields: FieldRule[]
  values: Record<string, unknown>
  files: FileMap
}) {
  return (
    <dl className="facts">
      {fields.map((field) => (
        <div key={field.id} className={field.type === 'long_text' ? 'wide' : undefined}>
          <dt>
            {field.label}
            {field.type !== 'read_only' && (
              <Mark
                section={section.id}
                field={field.id}
                recordKey={recordKey}
                label={`${section.title} · ${field.label}`}
              />
            )}
          </dt>
          <dd>
            {field.type === 'file' || field.type === 'image' ? (
              <Files field={field} ids={(values?.[field.id] ?? []) as number[]} files={files} />
            ) : (
              valueText(field, values?.[field.id])
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Files({ field, ids, files }: { field: FieldRule; ids: number[]; files: FileMap }) {
  const present = ids.flatMap((id) => files[id] ?? [])
  return field.type === 'image' && present.length > 0 ? (
    <Photos files={present} />
  ) : (
    <FileList files={present} />
  )
}

function RecordList({
  section,
  fields,
  records,
  files,
}: {
  section: SectionRule
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
          <Values
            section={section}
            recordKey={record.key}
            fields={fields}
            values={record}
            files={files}
          />
        </div>
      ))}
    </>
  )
}

function Materials({
  section,
  materials,
}: {
  section: string
  materials: FileOfApplication['materials']
}) {
  return (
    <dl className="facts">
      {materials.map((material) => (
        <div key={material.id}>
          <dt>
            {material.name}
            {material.isRequired && '（必须）'}
            <Mark section={section} field={material.id} label={material.name} />
          </dt>
          <dd>
            <FileList files={material.files} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
