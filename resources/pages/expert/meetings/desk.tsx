import { router } from '@inertiajs/react'
import { Button, Form, Tabs } from 'antd'
import { useEffect } from 'react'
import { Empty } from '~/ui/empty'
import { FormView, type FileOfApplication } from '~/ui/form_view'
import { PageHead } from '~/ui/page_head'
import { useSite, useUrl } from '~/ui/site'
import { AvoidButton } from '~/ui/stages/avoid'
import { Entry } from '~/ui/stages/entry'
import { LargeText } from '~/ui/stages/large'
import { Note } from '~/ui/stages/note'
import { Outbox } from '~/ui/stages/outbox'
import { PointsTable, Sign, type Points } from '~/ui/stages/sign'
import { choicesOf, stageBase, wordOf, type StageFrame, type StageRow } from '~/ui/stages/types'

type Props = StageFrame & {
  row: StageRow
  place: {
    index: number
    total: number
    previous: number | null
    next: number | null
    nextOpen: number | null
  }
  file: FileOfApplication | null
  note: string
  votes: { name: string; choice: string; opinion: string | null }[]
  points: Points[]
}

/** One case: its file on the left, what is entered for it on the right. */
export default function Desk(props: Props) {
  const { meeting, stage, row, place, mine, file } = props
  const { actor } = useSite()
  const url = useUrl()
  const [form] = Form.useForm()
  const path = `${stageBase(actor?.kind, meeting.id)}/${stage.id}`
  const open = (id: number | null) => id && router.visit(url(`${path}/cases/${id}`))
  const saved = (on: boolean) => {
    if (on && place.nextOpen) open(place.nextOpen)
    else if (on) router.visit(url(path))
    else router.reload()
  }
  useKeys(stage.primitive, form, (step) => open(step < 0 ? place.previous : place.next))
  const { values } = row
  const title = values.name ?? `面试顺序 ${values.interviewOrder ?? '未安排'}`
  return (
    <>
      <PageHead
        title={String(title)}
        hint={[stage.label, values.title, values.specialty, values.unit].filter(Boolean).join('　')}
        actions={
          <>
            <LargeText />
            <Button disabled={!place.previous} onClick={() => open(place.previous)}>
              上一位
            </Button>
            <Button disabled={!place.next} onClick={() => open(place.next)}>
              下一位
            </Button>
            <Button onClick={() => router.visit(url(path))}>返回列表</Button>
          </>
        }
      />
      <Outbox />
      <div className="desk">
        <div className="desk-file">
          {file ? (
            <FileSections file={file} />
          ) : (
            <div className="card">
              <Empty title={stage.blind ? '盲评：不显示参评人员的材料' : '材料暂不能查看'}>
                {stage.blind && <Lesson values={values} />}
              </Empty>
            </div>
          )}
        </div>
        <aside className="card desk-sheet">
          <p className="desk-place">
            第 <b className="num">{place.index}</b> / {place.total} 位　已办{' '}
            <b className="num">{mine.done}</b> / {mine.total}
          </p>
          {values.questions && stage.primitive !== 'questions' && (
            <div className="desk-box">
              <div className="muted">面试题</div>
              <div style={{ whiteSpace: 'pre-wrap' }}>{values.questions}</div>
            </div>
          )}
          {props.votes.length > 0 && <Votes votes={props.votes} />}
          <PointsTable points={props.points} />
          {stage.primitive === 'confirm' ? (
            <Sign key={row.id} path={path} row={row} onSaved={saved} />
          ) : (
            <Entry key={row.id} {...props} form={form} path={path} onSaved={saved} />
          )}
          {file && (
            <Note key={`note-${row.id}`} meetingId={meeting.id} caseId={row.id} text={props.note} />
          )}
          <p className="muted keys on-desk">
            数字键选择，↑ ↓ 换评分项或上一位、下一位，Ctrl + S 保存，Ctrl + Enter 保存并到下一位
          </p>
          {!row.own.took && meeting.status === 'in_session' && (
            <AvoidButton meetingId={meeting.id} caseId={row.id} name={values.name} back={path} />
          )}
        </aside>
      </div>
    </>
  )
}

/** The sections of a file by their groups, so that a long one is a page at a time. */
function FileSections({ file }: { file: FileOfApplication }) {
  const groups = [...new Set(file.sections.map(({ group }) => group))]
  if (groups.length < 2) return <FormView file={file} />
  return (
    <Tabs
      items={groups.map((group) => ({
        key: group,
        label: group,
        children: (
          <FormView
            file={{ ...file, sections: file.sections.filter((each) => each.group === group) }}
          />
        ),
      }))}
    />
  )
}

function Lesson({ values }: { values: StageRow['values'] }) {
  const facts = [
    ['考场号', values.room],
    ['讲课题目', values.lessonTitle],
    ['章节', values.chapter],
    ['教材版本', values.edition],
    ['申报专业', values.specialty],
    ['申报职称', values.title],
  ]
  return (
    <dl className="facts" style={{ textAlign: 'left', marginTop: 20 }}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value ?? '—'}</dd>
        </div>
      ))}
    </dl>
  )
}

function Votes({ votes }: { votes: Props['votes'] }) {
  const count = (choice: string) => votes.filter((vote) => vote.choice === choice).length
  return (
    <div className="desk-box">
      <div className="muted">
        专家投票　同意 {count('yes')}　反对 {count('no')}　弃权 {count('abstain')}
      </div>
      {votes.map((vote) => (
        <div key={vote.name}>
          {vote.name}：<b>{wordOf('vote', vote.choice)}</b>
          {vote.opinion && `　${vote.opinion}`}
        </div>
      ))}
    </div>
  )
}

/** Digits choose, up and down change the case, as long as nobody is typing. */
function useKeys(
  primitive: string,
  form: ReturnType<typeof Form.useForm>[0],
  onStep: (step: 1 | -1) => void
) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { target, key, ctrlKey, metaKey, altKey } = event
      const typing =
        target instanceof HTMLElement &&
        target.closest('input:not([type=radio]), textarea, .ant-select, .ant-modal')
      if (typing || ctrlKey || metaKey || altKey) return
      if (key === 'ArrowDown' || key === 'ArrowUp') {
        event.preventDefault()
        onStep(key === 'ArrowDown' ? 1 : -1)
      }
      const pick = Number(key) - 1
      if (Number.isNaN(pick)) return
      const choice = choicesOf(primitive)[pick]?.value
      const outcome = ['passed', 'not_passed'][pick]
      if (['vote', 'provisional_vote'].includes(primitive) && choice)
        form.setFieldsValue({ choice })
      if (primitive === 'recheck' && outcome) form.setFieldsValue({ decision: outcome })
      if (primitive === 'deliberate' && outcome) form.setFieldsValue({ outcome })
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  })
}
