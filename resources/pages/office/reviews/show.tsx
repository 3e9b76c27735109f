import { App, Button, DatePicker, Input, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { useCommand } from '~/ui/command'
import { FormView, type FileOfApplication } from '~/ui/form_view'
import { PageHead } from '~/ui/page_head'
import { RouteSteps } from '~/ui/route_steps'
import { StageTag } from '~/ui/stage_tag'
import { Timeline, type TimelineEntry } from '~/ui/timeline'
import type { Card } from '../../applicant/applications/index'

type Props = {
  application: Card
  file: FileOfApplication
  timeline: TimelineEntry[]
  /** what the reader may decide now; null when it is not his turn */
  task: string | null
  held: boolean
  canHold: boolean
  returnPolicy: string
  publicityDays: number
  phrases: { id: number; text: string }[]
}

export default function Review(props: Props) {
  const { application, task } = props
  return (
    <>
      <PageHead
        title={`${application.name} · ${application.title}`}
        hint={
          <>
            {application.unit}　{application.series} / {application.specialty}　
            <StageTag stage={application.stage} />
          </>
        }
        actions={<Button onClick={() => window.print()}>打印</Button>}
      />
      <div className="side-by-side">
        <div>
          <FormView file={props.file} />
        </div>
        <aside className="no-print">
          {task === 'unit_publicity' && <UnitPublicity {...props} />}
          {task && task !== 'unit_publicity' && <Opinion {...props} />}
          {!task && application.holder && (
            <div className="card">
              <h2>办理情况</h2>
              现由 {application.holder.organization} 办理（{application.holder.label}）。
            </div>
          )}
          <div className="card">
            <h2>审核路径</h2>
            <RouteSteps steps={application.route} />
          </div>
          <div className="card">
            <h2>流转日志</h2>
            <Timeline entries={props.timeline} />
          </div>
        </aside>
      </div>
    </>
  )
}

const PASS: Record<string, string> = { recommend: '推荐上报', review: '通过', qualify: '复核通过' }

function Opinion({ application, task, held, canHold, returnPolicy, phrases }: Props) {
  const [opinion, setOpinion] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const { modal } = App.useApp()
  const decide = useCommand(`/reviews/${application.id}`)
  const phrase = useCommand('/phrases', { reload: ['phrases'] })
  const run = (decision: string) => {
    if (!opinion.trim()) return setFault('请填写审核意见')
    setFault(null)
    return decide.run({ decision, opinion, version: application.version })
  }
  const sendBack = () => {
    if (!opinion.trim()) return setFault('请填写退回意见，说明需要修改的内容')
    modal.confirm({
      title: returnPolicy === 'to_applicant' ? '退回申报人修改？' : '退回下一级？',
      content: opinion,
      okText: '退回',
      cancelText: '取消',
      okButtonProps: { danger: true },
      onOk: () => run('return'),
    })
    return undefined
  }
  return (
    <div className="card">
      <h2>审核意见</h2>
      <Select
        style={{ width: '100%', marginBottom: 8 }}
        placeholder="常用意见"
        aria-label="常用意见"
        value={null}
        options={phrases.map(({ id, text }) => ({ value: id, label: text }))}
        notFoundContent="还没有常用意见，可把下面的意见存为常用"
        onChange={(id) => setOpinion((now) => now + phrases.find((one) => one.id === id)!.text)}
      />
      <Input.TextArea
        rows={6}
        maxLength={1000}
        showCount
        aria-label="审核意见"
        status={fault ? 'error' : undefined}
        value={opinion}
        onChange={(event) => setOpinion(event.target.value)}
      />
      {fault && (
        <div role="alert" style={{ color: '#c0392b', fontSize: 13 }}>
          {fault}
        </div>
      )}
      <Button
        type="link"
        size="small"
        style={{ padding: 0, margin: '6px 0 14px' }}
        disabled={!opinion.trim()}
        onClick={() => void phrase.run({ text: opinion.trim().slice(0, 500) })}
      >
        存为常用意见
      </Button>
      <div style={{ display: 'flex', gap: 8, flexWrap: 'wrap' }}>
        <Button type="primary" loading={decide.pending} onClick={() => void run('approve')}>
          {PASS[task!] ?? '通过'}
        </Button>
        <Button danger disabled={decide.pending} onClick={sendBack}>
          退回修改
        </Button>
        {canHold && (
          <Button disabled={decide.pending} onClick={() => void run(held ? 'resume' : 'hold')}>
            {held ? '恢复审核' : '审核待定'}
          </Button>
        )}
      </div>
    </div>
  )
}

function UnitPublicity({ application, publicityDays }: Props) {
  const [startsOn, setStartsOn] = useState<Dayjs>(dayjs())
  const [place, setPlace] = useState('')
  const [outcome, setOutcome] = useState('')
  const { run, pending, errors } = useCommand(`/reviews/${application.id}`)
  const faultOf = (field: string) => errors.find((error) => error.field === field)?.message
  const fault = (field: string) =>
    faultOf(field) && (
      <div role="alert" style={{ color: '#c0392b', fontSize: 13 }}>
        {faultOf(field)}
      </div>
    )
  return (
    <div className="card">
      <h2>所在单位申报公示</h2>
      <p className="muted">
        单位内部公示不少于 {publicityDays}{' '}
        个工作日，结束日期按工作日历计算；结束次日起可以推荐上报。
      </p>
      <label htmlFor="startsOn">公示开始日期</label>
      <DatePicker
        id="startsOn"
        style={{ width: '100%', marginBottom: 12 }}
        allowClear={false}
        value={startsOn}
        onChange={(day) => day && setStartsOn(day)}
      />
      {fault('startsOn')}
      <label htmlFor="place">公示地点</label>
      <Input
        id="place"
        value={place}
        maxLength={100}
        onChange={(event) => setPlace(event.target.value)}
      />
      {fault('place')}
      <label htmlFor="outcome" style={{ display: 'block', marginTop: 12 }}>
        公示结果
      </label>
      <Input.TextArea
        id="outcome"
        rows={3}
        value={outcome}
        maxLength={300}
        onChange={(event) => setOutcome(event.target.value)}
      />
      {fault('outcome')}
      <Button
        type="primary"
        loading={pending}
        style={{ marginTop: 14 }}
        onClick={() =>
          void run({
            decision: 'unit_publicity',
            startsOn: startsOn.format('YYYY-MM-DD'),
            place,
            outcome,
            version: application.version,
          })
        }
      >
        保存
      </Button>
    </div>
  )
}
