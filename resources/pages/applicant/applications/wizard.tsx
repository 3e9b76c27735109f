import { router } from '@inertiajs/react'
import { Alert, App, Button } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import { holds, type Facts } from '#province/conditions'
import { goTo, ProblemList, type Problem } from '~/ui/application/problem_list'
import { RecordPicker } from '~/ui/application/record_picker'
import { SaveStateLine } from '~/ui/application/save_state'
import { SectionNav } from '~/ui/application/section_nav'
import { useSessionWarning } from '~/ui/application/session_warning'
import { SubmitDialog } from '~/ui/application/submit_dialog'
import { useAutosave } from '~/ui/autosave'
import { CommandButton } from '~/ui/command_button'
import { FormSection } from '~/ui/form_section'
import type { FileMap, FormRecord, Sources } from '~/ui/form_types'
import type { FileOfApplication } from '~/ui/form_view'
import { MaterialTable } from '~/ui/material_table'
import { PageHead } from '~/ui/page_head'
import { StageTag } from '~/ui/stage_tag'
import type { TimelineEntry } from '~/ui/timeline'
import { useUrl } from '~/ui/site'
import type { Card } from './index'

/** A part a return names, or one that has a problem now. */
type Part = { section: string; field?: string | null; recordKey?: string | null }

type Props = {
  application: Card
  file: FileOfApplication & { versions: Record<string, number> }
  facts: Record<string, unknown>
  sources: Sources
  problems: Problem[]
  pledge: { version: string; text: string }
  correction: (Part & { reason: string })[]
  open: Part[] | null
  timeline: TimelineEntry[]
  sessionMinutes: number
  wasSubmitted: boolean
  /** why the person may not apply at present */
  block: string | null
}

export default function Wizard(props: Props) {
  const { application, file, correction } = props
  const path = `/apply/${application.id}`
  const [contents, setContents] = useState(file.contents)
  const [counts, setCounts] = useState<Record<string, number>>({})
  const facts: Facts = useMemo(() => ({ ...props.facts, form: contents }), [props.facts, contents])
  const sections = file.sections.filter((section) => holds(section.visibleWhen, facts))
  const [chosen, setChosen] = useState(correction[0]?.section ?? sections[0].id)
  const [shown, setShown] = useState<Problem[]>([])
  const [submitting, setSubmitting] = useState(false)
  const files = useRef<FileMap>({ ...file.files })
  const autosave = useAutosave(path, file.versions)
  useSessionWarning(props.sessionMinutes, `${path}/problems`)
  const url = useUrl()
  const { message } = App.useApp()

  useEffect(() => {
    const restored = autosave.restore()
    if (Object.keys(restored).length === 0) return
    setContents((all) => ({ ...all, ...restored }))
    message.info('已恢复本机上次未保存的内容')
  }, [autosave])

  const section = sections.find(({ id }) => id === chosen) ?? sections[0]
  const at = sections.indexOf(section)
  const choose = (id: string) => {
    setChosen(id)
    window.scrollTo({ top: 0 })
  }
  const materials = file.materials.filter((material) => holds(material.visibleWhen, facts))
  const left = (id: string) =>
    sections.find((each) => each.id === id)?.kind === 'materials'
      ? materials.filter(
          (one) =>
            (one.required || (one.requiredWhen && holds(one.requiredWhen, facts))) &&
            (counts[one.id] ?? one.files.length) === 0
        ).length
      : (autosave.part(id).left ?? props.problems.filter((one) => one.section === id).length)
  const isFilled = (id: string) => {
    const content = contents[id]
    return sections.find((each) => each.id === id)?.kind === 'materials'
      ? materials.some((one) => (counts[one.id] ?? one.files.length) > 0)
      : Array.isArray(content)
        ? content.length > 0
        : Object.values((content ?? {}) as object).some(Boolean)
  }
  const isOpen = (field?: string, record?: string) =>
    !props.open ||
    props.open.some(
      (part) =>
        part.section === section.id &&
        (!part.field || part.field === field) &&
        (!part.recordKey || part.recordKey === record)
    )
  const reasonOf = (field?: string, record?: string) =>
    correction.find(
      (item) =>
        item.section === section.id &&
        (item.field ?? undefined) === field &&
        (!item.recordKey || item.recordKey === record)
    )?.reason

  const check = async (): Promise<Problem[] | null> => {
    if (!(await autosave.flush())) {
      message.warning('有内容尚未保存，请先按页面提示处理。')
      return null
    }
    const answer = await fetch(url(`${path}/problems`), { headers: { accept: 'application/json' } })
    if (!answer.ok) {
      message.error('网络中断或登录已过期，内容没有丢失，请稍后重试。')
      return null
    }
    const { problems } = (await answer.json()) as { problems: Problem[] }
    setShown(problems)
    return problems
  }
  const go = (problem: Problem) => {
    setChosen(problem.section)
    goTo(problem)
  }
  const tryToSubmit = async () => {
    const problems = await check()
    if (problems?.length === 0) setSubmitting(true)
    else if (problems) {
      message.warning(`还有 ${problems.length} 处需要完善`)
      window.scrollTo({ top: 0, behavior: 'smooth' })
    }
  }
  const keep = async () => {
    if (await autosave.flush()) message.success('已暂存，可随时在任何设备上继续填写')
  }
  const change = (content: unknown) => {
    setContents((all) => ({ ...all, [section.id]: content }))
    const before = contents[section.id]
    setShown((all) =>
      all.filter((one) => one.section !== section.id || isUntouched(one, before, content))
    )
    autosave.save(section.id, content)
  }
  const returned = props.timeline.findLast(({ title, undone }) => title === '退回' && !undone)
  const reason = reasonOf()

  return (
    <>
      <PageHead
        title={`${application.title} · ${application.specialty}`}
        hint={
          <>
            {application.unit}　{application.batch}　<StageTag stage={application.stage} />
          </>
        }
        actions={
          <>
            {props.wasSubmitted && (
              <Button onClick={() => router.visit(url(`${path}/submitted`))}>提交时的申报表</Button>
            )}
            {correction.length === 0 && (
              <Button onClick={() => router.visit(url(`/apply/new?batch=${application.batchId}`))}>
                修改申报设置
              </Button>
            )}
            <CommandButton
              danger
              path={`${path}/discard`}
              confirm={{
                title: '废弃这份申报？',
                content: '废弃后不再申报。申报截止前可以恢复，已填内容会保留。',
              }}
            >
              废弃
            </CommandButton>
            <Button
              onClick={() =>
                void check().then(
                  (found) => found?.length === 0 && message.success('内容完整，可以提交')
                )
              }
            >
              检查
            </Button>
            <Button onClick={() => void keep()}>暂存</Button>
            <Button type="primary" onClick={() => void tryToSubmit()}>
              提交
            </Button>
          </>
        }
      />
      {props.block && (
        <Alert type="error" showIcon style={{ marginBottom: 16 }} title={props.block} />
      )}
      {application.stage === 'returned' && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 16 }}
          title={`已退回修改，请在 ${application.dueOn} 前重新提交，逾期视为放弃`}
          description={
            <>
              {correction.length > 0 ? returned?.opinion : returned?.text}
              {correction.length > 0 && (
                <ul className="problems">
                  {correction.map((item, index) => (
                    <li key={index}>
                      <a
                        href={`#${item.section}`}
                        onClick={(event) => {
                          event.preventDefault()
                          go({
                            section: item.section,
                            field: item.field ?? null,
                            record: item.recordKey ?? null,
                            message: item.reason,
                          })
                        }}
                      >
                        {placeOf(file, item)}：{item.reason}
                      </a>
                    </li>
                  ))}
                </ul>
              )}
              {correction.length > 0 && '只可修改上面列出的内容，其他内容保持原样。'}
            </>
          }
        />
      )}
      <ProblemList problems={shown} sections={sections} onGo={go} />
      <div className="wizard">
        <SectionNav
          sections={sections}
          chosen={section.id}
          left={left}
          isFilled={isFilled}
          isMarked={(id) => correction.some((item) => item.section === id)}
          onChoose={choose}
        />
        <div>
          <section className="card" key={section.id} aria-labelledby="section-title">
            <h2 id="section-title">{section.title}</h2>
            {section.hint && <p className="muted">{section.hint}</p>}
            {reason && <div className="reason">需要修改：{reason}</div>}
            {section.kind === 'materials' ? (
              <MaterialTable
                path={`${path}/materials`}
                materials={materials}
                facts={facts}
                faults={shown.filter((problem) => problem.section === section.id)}
                isOpen={isOpen}
                reasonOf={reasonOf}
                templatePath={(material) => `${path}/templates/${material}`}
                onCount={(id, count) => {
                  setCounts((all) => ({ ...all, [id]: count }))
                  setShown((all) =>
                    all.filter((one) => one.section !== section.id || one.field !== id)
                  )
                }}
              />
            ) : (
              <>
                <FormSection
                  section={section}
                  content={contents[section.id]}
                  facts={facts}
                  sources={props.sources}
                  files={files.current}
                  uploadPath={`${path}/files`}
                  faults={[
                    ...autosave.part(section.id).faults,
                    ...shown.filter((problem) => problem.section === section.id),
                  ]}
                  isOpen={isOpen}
                  reasonOf={reasonOf}
                  tools={
                    <RecordPicker
                      path={path}
                      section={section}
                      onPicked={(records, more) => {
                        for (const file of more) files.current[file.id] = file
                        change([...((contents[section.id] ?? []) as FormRecord[]), ...records])
                      }}
                    />
                  }
                  onChange={change}
                />
                <SaveStateLine
                  autosave={autosave}
                  section={section.id}
                  onSettled={(content) => setContents((all) => ({ ...all, [section.id]: content }))}
                />
              </>
            )}
          </section>
          <div className="wizard-steps">
            <Button disabled={at === 0} onClick={() => choose(sections[at - 1].id)}>
              上一项
            </Button>
            {at < sections.length - 1 ? (
              <Button type="primary" ghost onClick={() => choose(sections[at + 1].id)}>
                下一项：{sections[at + 1].title}
              </Button>
            ) : (
              <Button type="primary" onClick={() => void tryToSubmit()}>
                提交
              </Button>
            )}
          </div>
        </div>
      </div>
      <SubmitDialog
        open={submitting}
        application={application}
        pledge={props.pledge}
        onClose={() => setSubmitting(false)}
      />
    </>
  )
}

/** Whether a change of its section left the place of a problem as it was. */
function isUntouched({ field, record }: Problem, before: unknown, after: unknown): boolean {
  const at = (content: unknown) => {
    const values = Array.isArray(content)
      ? (content as FormRecord[]).find(({ key }) => key === record)
      : content
    return field ? (values as Record<string, unknown> | undefined)?.[field] : content
  }
  return at(before) === at(after)
}

/** A part by its titles. */
function placeOf({ sections, materials }: FileOfApplication, { section, field }: Part) {
  const found = sections.find(({ id }) => id === section)
  const label =
    found?.kind === 'materials'
      ? materials.find(({ id }) => id === field)?.name
      : found?.fields.find(({ id }) => id === field)?.label
  return [found?.title, label].filter(Boolean).join(' · ')
}
