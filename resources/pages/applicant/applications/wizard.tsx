import { router } from '@inertiajs/react'
import { Alert, App, Button, Checkbox } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { holds, type Facts } from '../../../../app/province/conditions'
import { SAVE_WORDS, useAutosave, type SaveState } from '~/ui/autosave'
import { useCommand } from '~/ui/command'
import { CommandButton } from '~/ui/command_button'
import { FormSection } from '~/ui/form_section'
import type { FileMap, SectionRule, Sources } from '~/ui/form_types'
import type { FileOfApplication } from '~/ui/form_view'
import { MaterialTable } from '~/ui/material_table'
import { PageHead } from '~/ui/page_head'
import { StageTag } from '~/ui/stage_tag'
import type { TimelineEntry } from '~/ui/timeline'
import { useUrl } from '~/ui/site'
import type { Card } from './index'

export type Problem = {
  section: string
  field: string | null
  record: string | null
  message: string
}

type Props = {
  application: Card
  file: FileOfApplication & { versions: Record<string, number> }
  facts: Record<string, unknown>
  sources: Sources
  problems: Problem[]
  pledge: { version: string; text: string }
  correction: { section: string; reason: string }[] | null
  timeline: TimelineEntry[]
}

export default function Wizard(props: Props) {
  const { application, file } = props
  const [contents, setContents] = useState(file.contents)
  const facts: Facts = useMemo(() => ({ ...props.facts, form: contents }), [props.facts, contents])
  const sections = file.sections.filter((section) => holds(section.visibleWhen, facts))
  const [chosen, choose] = useState(sections[0].id)
  const [shown, setShown] = useState<Problem[]>([])
  const [pledged, setPledged] = useState(false)
  const versions = useRef(file.versions)
  const files = useRef<FileMap>({ ...file.files })
  const section = sections.find(({ id }) => id === chosen) ?? sections[0]
  const url = useUrl()
  const { message } = App.useApp()
  const submit = useCommand(`/apply/${application.id}/submit`, { reload: ['problems'] })

  const check = async () => {
    const answer = await fetch(url(`/apply/${application.id}/problems`), {
      headers: { accept: 'application/json' },
    })
    const { problems } = (await answer.json()) as { problems: Problem[] }
    setShown(problems)
    return problems
  }
  const tryToSubmit = async () => {
    await new Promise((done) => setTimeout(done, 900))
    const problems = await check()
    if (problems.length > 0) {
      message.warning(`还有 ${problems.length} 处需要完善`)
      choose(problems[0].section)
      window.scrollTo({ top: 0, behavior: 'smooth' })
      return
    }
    await submit.run({
      pledgeVersion: pledged ? props.pledge.version : '',
      version: application.version,
    })
  }
  const returned = [...props.timeline].reverse().find(({ title }) => title === '退回')
  const groups = [...new Set(sections.map(({ group }) => group))]
  const at = sections.findIndex(({ id }) => id === section.id)

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
            <Button onClick={() => router.visit(url(`/apply/new`))}>修改申报设置</Button>
            <CommandButton
              danger
              path={`/apply/${application.id}/discard`}
              confirm={{ title: '废弃这份申报？', content: '废弃后不能恢复，已填内容不再可用。' }}
            >
              废弃
            </CommandButton>
            <Button
              onClick={() =>
                void check().then((found) =>
                  message.info(
                    found.length ? `还有 ${found.length} 处需要完善` : '内容完整，可以提交'
                  )
                )
              }
            >
              检查
            </Button>
            <Button type="primary" loading={submit.pending} onClick={() => void tryToSubmit()}>
              提交
            </Button>
          </>
        }
      />
      {application.stage === 'returned' && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 16 }}
          title={`已退回，请于 ${application.dueOn} 前修改后重新提交`}
          description={returned?.text}
        />
      )}
      {shown.length > 0 && (
        <Alert
          type="error"
          showIcon
          style={{ marginBottom: 16 }}
          title={`还有 ${shown.length} 处需要完善`}
          description={
            <ul style={{ margin: 0, paddingLeft: 18, maxHeight: 180, overflow: 'auto' }}>
              {shown.map((problem, index) => (
                <li key={index}>
                  <a
                    href={`#${problem.section}.${problem.field}`}
                    onClick={(event) => {
                      event.preventDefault()
                      choose(problem.section)
                      setTimeout(
                        () =>
                          document.getElementById(`${problem.section}.${problem.field}`)?.focus(),
                        80
                      )
                    }}
                  >
                    {sections.find(({ id }) => id === problem.section)?.title}：{problem.message}
                  </a>
                </li>
              ))}
            </ul>
          }
        />
      )}
      <div className="wizard">
        <nav className="card wizard-groups" style={{ padding: 12 }} aria-label="申报信息项">
          {groups.map((group) => (
            <div key={group} style={{ display: 'contents' }}>
              <div className="menu-group" style={{ paddingLeft: 10 }}>
                {group}
              </div>
              {sections
                .filter((each) => each.group === group)
                .map((each) => {
                  const count = shown.filter((problem) => problem.section === each.id).length
                  return (
                    <button
                      key={each.id}
                      type="button"
                      className="wizard-link"
                      aria-current={each.id === section.id}
                      onClick={() => choose(each.id)}
                    >
                      {each.title}
                      {count > 0 && <span className="count">{count} 处</span>}
                    </button>
                  )
                })}
            </div>
          ))}
        </nav>
        <div>
          <section className="card" key={section.id}>
            <h2>{section.title}</h2>
            {section.hint && <p className="muted">{section.hint}</p>}
            {section.kind === 'materials' ? (
              <MaterialTable
                path={`/apply/${application.id}/materials`}
                materials={file.materials.filter((material) => holds(material.visibleWhen, facts))}
                facts={facts}
                faults={shown.filter((problem) => problem.section === section.id)}
              />
            ) : (
              <SectionEditor
                path={`/apply/${application.id}`}
                section={section}
                content={contents[section.id]}
                facts={facts}
                sources={props.sources}
                files={files.current}
                version={versions.current[section.id] ?? 0}
                onVersion={(version) => (versions.current[section.id] = version)}
                faults={shown.filter((problem) => problem.section === section.id)}
                onChange={(content) => {
                  setContents((all) => ({ ...all, [section.id]: content }))
                  setShown((all) => all.filter((problem) => problem.section !== section.id))
                }}
              />
            )}
          </section>
          {at === sections.length - 1 && (
            <section className="card">
              <h2>承诺</h2>
              <p>{props.pledge.text}</p>
              <Checkbox checked={pledged} onChange={(event) => setPledged(event.target.checked)}>
                本人已阅读并同意上述承诺
              </Checkbox>
            </section>
          )}
          <div style={{ display: 'flex', gap: 12 }}>
            <Button disabled={at === 0} onClick={() => choose(sections[at - 1].id)}>
              上一项
            </Button>
            {at < sections.length - 1 ? (
              <Button type="primary" ghost onClick={() => choose(sections[at + 1].id)}>
                下一项：{sections[at + 1].title}
              </Button>
            ) : (
              <Button type="primary" loading={submit.pending} onClick={() => void tryToSubmit()}>
                提交
              </Button>
            )}
          </div>
        </div>
      </div>
    </>
  )
}

interface EditorProps {
  path: string
  section: SectionRule
  content: unknown
  facts: Facts
  sources: Sources
  files: FileMap
  version: number
  onVersion: (version: number) => void
  faults: Problem[]
  onChange: (content: unknown) => void
}

const COLORS: Partial<Record<SaveState, string>> = {
  offline: '#b3541e',
  invalid: '#c0392b',
  stale: '#c0392b',
  signed_out: '#c0392b',
}

function SectionEditor({ section, onChange, version, onVersion, path, ...rest }: EditorProps) {
  const { state, fault, save } = useAutosave(path, section, version, onVersion)
  return (
    <>
      <FormSection
        {...rest}
        section={section}
        uploadPath={`${path}/files`}
        onChange={(content) => {
          onChange(content)
          save(content)
        }}
      />
      <div
        role="status"
        style={{ textAlign: 'right', fontSize: 13, color: COLORS[state] ?? 'var(--ink-3)' }}
      >
        {fault ?? SAVE_WORDS[state]}
      </div>
    </>
  )
}
