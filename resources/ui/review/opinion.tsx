import { App, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useCommand } from '../command'
import type { MarkPlace } from '../form_view'
import type { ReviewFieldView } from './bulk_review'
import { Phrases, type Phrase } from './phrases'

export type CorrectionMark = MarkPlace & { reason: string }

interface Props {
  applicationId: number
  version: number
  /** a step at which the case can only be sent back from here */
  onlyReturn?: boolean
  task: string
  held: boolean
  canHold: boolean
  returnPolicy: string
  /** the case lies with the first body: whatever the policy, it goes back to the applicant */
  isFirst: boolean
  correctionDays: number
  fields: ReviewFieldView[]
  next: { organization: string; label: string } | null
  phrases: Phrase[]
  marks: CorrectionMark[]
  onMarks: (marks: CorrectionMark[]) => void
  /** what the upper body wrote when it sent the case back */
  startWith?: string
}

const PASS: Record<string, string> = { recommend: '推荐上报', review: '通过', qualify: '复核通过' }

/** The opinion box beside a case: pass on, send back with marks, hold (HB-07, HB-13…15, HU-52, HU-53). */
export function Opinion(props: Props) {
  const { task, marks, onMarks, next } = props
  const [opinion, setOpinion] = useState(props.startWith ?? '')
  const [given, give] = useState<Record<string, string>>({})
  const [fault, setFault] = useState<string | null>(null)
  const { modal } = App.useApp()
  const decide = useCommand(`/reviews/${props.applicationId}`)
  const run = (decision: string, more: object = {}) => {
    if (!opinion.trim()) return setFault('请填写审核意见')
    setFault(null)
    return decide.run({ decision, opinion, version: props.version, ...more })
  }
  const toApplicant = props.returnPolicy === 'to_applicant' || props.isFirst
  const sendBack = () => {
    if (!opinion.trim()) return setFault('请填写退回意见，说明需要修改的内容')
    if (marks.some(({ reason }) => !reason.trim())) return setFault('请写明每处标记要怎样修改')
    modal.confirm({
      title: toApplicant ? '退回申报人修改？' : '退回下一级？',
      content: (
        <>
          <p>{opinion}</p>
          <p>
            {marks.length > 0
              ? `共标记 ${marks.length} 处，申报人只能修改标记处。`
              : toApplicant && '没有标记具体位置，申报人可以修改全部内容。'}
            {toApplicant && `补正期限 ${props.correctionDays} 个工作日。`}
          </p>
        </>
      ),
      okText: '退回',
      cancelText: '取消',
      okButtonProps: { danger: true },
      onOk: () =>
        run('return', {
          items: marks.map(({ section, field, recordKey, reason }) => ({
            section,
            field,
            recordKey,
            reason: reason.trim(),
          })),
        }),
    })
    return undefined
  }
  return (
    <div className="card" id="opinion">
      <h2>{props.onlyReturn ? '材料有问题？' : '审核意见'}</h2>
      {next && !props.onlyReturn && (
        <p className="muted" style={{ marginTop: -8 }}>
          通过后转 {next.organization}（{next.label}）
        </p>
      )}
      <Form layout="vertical" component="div">
        {(props.onlyReturn ? [] : props.fields).map(({ id, label, maxLength }) => (
          <Form.Item key={id} label={label} htmlFor={`field-${id}`}>
            <Input.TextArea
              id={`field-${id}`}
              autoSize={{ minRows: 2 }}
              maxLength={maxLength}
              value={given[id] ?? ''}
              onChange={(event) => give({ ...given, [id]: event.target.value })}
            />
          </Form.Item>
        ))}
      </Form>
      <Phrases phrases={props.phrases} onPick={(text) => setOpinion((now) => now + text)} />
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
      <MarkList marks={marks} onMarks={onMarks} />
      <div style={{ display: 'flex', gap: 8, flexWrap: 'wrap' }}>
        {!props.onlyReturn && (
          <Button
            type="primary"
            loading={decide.pending}
            disabled={marks.length > 0}
            title={
              marks.length > 0 ? '已标记需要修改之处，只能退回；如要通过请先清除标记' : undefined
            }
            onClick={() => void run('approve', { fields: given })}
          >
            {PASS[task] ?? '通过'}
          </Button>
        )}
        <Button danger disabled={decide.pending} onClick={sendBack}>
          {toApplicant ? '退回修改' : '不通过，退回下级'}
        </Button>
        {props.canHold && (
          <Button
            disabled={decide.pending}
            onClick={() => void run(props.held ? 'resume' : 'hold')}
          >
            {props.held ? '恢复审核' : '审核待定'}
          </Button>
        )}
      </div>
    </div>
  )
}

function MarkList({ marks, onMarks }: Pick<Props, 'marks' | 'onMarks'>) {
  if (marks.length === 0)
    return (
      <p className="muted" style={{ fontSize: 13, margin: '28px 0 14px' }}>
        需要修改的地方，可点申报表中各项旁边的“标记”，逐处写明要求。
      </p>
    )
  return (
    <>
      <div style={{ margin: '28px 0 4px', fontWeight: 600 }}>需要修改 {marks.length} 处</div>
      <ul className="mark-list">
        {marks.map((mark, index) => (
          <li key={`${mark.section}.${mark.recordKey}.${mark.field}`}>
            <span>{mark.label}</span>
            <Button
              type="link"
              size="small"
              onClick={() => onMarks(marks.filter((_, at) => at !== index))}
            >
              清除
            </Button>
            <Input
              style={{ gridColumn: '1 / -1' }}
              maxLength={200}
              aria-label={`${mark.label}的修改要求`}
              placeholder="要怎样修改"
              autoFocus={!mark.reason}
              value={mark.reason}
              onChange={(event) =>
                onMarks(
                  marks.map((one, at) =>
                    at === index ? { ...one, reason: event.target.value } : one
                  )
                )
              }
            />
          </li>
        ))}
      </ul>
    </>
  )
}
