import { Alert, App, Button, Tag } from 'antd'
import { useEffect, useState } from 'react'
import { SaveStateLine } from '~/ui/application/save_state'
import { useAutosave } from '~/ui/autosave'
import { useCommand } from '~/ui/command'
import { CommandButton } from '~/ui/command_button'
import { EXPERT_STATUS, type ExpertCard } from '~/ui/expert_words'
import { FormSection, type Fault } from '~/ui/form_section'
import { FormView, type FileOfApplication } from '~/ui/form_view'
import type { Sources } from '~/ui/form_types'
import { PageHead } from '~/ui/page_head'
import { Timeline, type TimelineEntry } from '~/ui/timeline'
import { useUrl } from '~/ui/site'

type Props = {
  expert: ExpertCard & { version: number }
  file: FileOfApplication
  pools: { committee: string; termUntil: string }[]
  timeline: TimelineEntry[]
  sources: Sources
}
type Problem = Fault & { section: string }

export default function Profile(props: Props) {
  const { expert } = props
  const open = expert.status === 'draft' || expert.status === 'refused'
  return (
    <>
      <PageHead
        title="专家信息"
        hint={
          <>
            {expert.name}　{expert.unit}　
            <Tag color={EXPERT_STATUS[expert.status][1]}>{EXPERT_STATUS[expert.status][0]}</Tag>
          </>
        }
        actions={
          expert.status === 'approved' && (
            <CommandButton
              path="/expert-profile/reopen"
              confirm={{
                title: '重新修改专家信息？',
                content: '修改后须重新提交审批，审核通过前不能被抽取或安排参加新的评审。',
              }}
            >
              重新修改
            </CommandButton>
          )
        }
      />
      {expert.status === 'refused' && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 16 }}
          title="审核不通过，请修改后重新提交"
          description={expert.opinion}
        />
      )}
      {expert.status === 'pending' && (
        <Alert
          type="info"
          showIcon
          style={{ marginBottom: 16 }}
          title="已提交审批，等待单位经办人审核"
        />
      )}
      {open ? (
        <Editor {...props} />
      ) : (
        <div className="side-by-side">
          <div>
            <FormView file={props.file} />
          </div>
          <aside className="card">
            <h2>流转日志</h2>
            <Timeline entries={props.timeline} />
          </aside>
        </div>
      )}
    </>
  )
}

function Editor({ file, sources, expert }: Props) {
  const [contents, setContents] = useState(file.contents)
  const [chosen, choose] = useState(file.sections[0].id)
  const [shown, setShown] = useState<Problem[]>([])
  const autosave = useAutosave('/expert-profile', expert.version)
  const url = useUrl()
  const { message } = App.useApp()
  const submit = useCommand('/expert-profile/submit')
  const fill = (part: string, content: unknown) =>
    setContents((all) => ({ ...all, [part]: content }))
  useEffect(() => {
    const restored = autosave.restore()
    if (Object.keys(restored).length === 0) return
    setContents((all) => ({ ...all, ...restored }))
    message.info('已恢复本机上次未保存的内容')
  }, [autosave])
  const at = file.sections.findIndex(({ id }) => id === chosen)
  const section = file.sections[at]
  const go = async (id: string) => {
    await autosave.flush()
    choose(id)
  }
  const tryToSubmit = async () => {
    if (!(await autosave.flush())) return
    const answer = await fetch(url('/expert-profile/problems'), {
      headers: { accept: 'application/json' },
    })
    const { problems } = (await answer.json()) as { problems: Problem[] }
    setShown(problems)
    if (problems.length === 0) return void submit.run({})
    message.warning(`还有 ${problems.length} 处需要完善`)
    choose(problems[0].section)
  }
  const groups = [...new Set(file.sections.map(({ group }) => group))]
  return (
    <div className="wizard">
      <nav className="card wizard-groups" style={{ padding: 12 }} aria-label="专家信息项">
        {groups.map((group) => (
          <div key={group} style={{ display: 'contents' }}>
            <div className="menu-group" style={{ paddingLeft: 10 }}>
              {group}
            </div>
            {file.sections
              .filter((each) => each.group === group)
              .map((each) => {
                const count = shown.filter((problem) => problem.section === each.id).length
                return (
                  <button
                    key={each.id}
                    type="button"
                    className="wizard-link"
                    aria-current={each.id === chosen}
                    onClick={() => void go(each.id)}
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
          <FormSection
            section={section}
            content={contents[section.id]}
            sources={sources}
            faults={shown.filter((problem) => problem.section === section.id)}
            facts={{}}
            files={{}}
            uploadPath=""
            onChange={(content) => {
              fill(section.id, content)
              setShown((all) => all.filter((problem) => problem.section !== section.id))
              autosave.save(section.id, content)
            }}
          />
          <SaveStateLine
            autosave={autosave}
            section={section.id}
            onSettled={(content) => fill(section.id, content)}
          />
        </section>
        <div style={{ display: 'flex', gap: 12, flexWrap: 'wrap' }}>
          <Button disabled={at === 0} onClick={() => void go(file.sections[at - 1].id)}>
            上一项
          </Button>
          {at < file.sections.length - 1 && (
            <Button type="primary" ghost onClick={() => void go(file.sections[at + 1].id)}>
              下一项：{file.sections[at + 1].title}
            </Button>
          )}
          <Button type="primary" loading={submit.pending} onClick={() => void tryToSubmit()}>
            提交审批
          </Button>
        </div>
      </div>
    </div>
  )
}
