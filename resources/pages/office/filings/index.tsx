import { router } from '@inertiajs/react'
import { Button, Input, Modal, Tabs, Tag, Upload } from 'antd'
import { useState } from 'react'
import { useCommand } from '~/ui/command'
import { DataTable, type Paged } from '~/ui/data_table'
import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'
import { useUrl } from '~/ui/site'

type Row = {
  id: number
  meeting: string
  committee: string
  office: string
  reviewer: string
  status: string
  people: number
  number: string | null
  filedOn: string | null
  at: string
}
type Waiting = { id: number; name: string; committee: string; people: number }
type Words = { label: string; numberLabel: string }
type Props = {
  side: string
  filters: Record<string, string>
  words: Words
  meetings: Waiting[]
  filings: Paged<Row>
}

export const FILING_STATUS: Record<string, [string, string]> = {
  applied: ['待审核', 'processing'],
  approved: ['审核通过', 'success'],
  refused: ['审核不通过', 'error'],
}

export default function Filings({ side, filters, words, meetings, filings }: Props) {
  const [asking, ask] = useState<Waiting | null>(null)
  const url = useUrl()
  return (
    <>
      <PageHead
        title={words.label}
        hint="公示期满转入结果库的人员，由评委会办事机构按会议提交，名单自动带出。"
      />
      {meetings.length > 0 && (
        <div className="card">
          <h2>可以提交的评审会议</h2>
          {meetings.map((each) => (
            <div
              key={each.id}
              style={{ display: 'flex', gap: 16, alignItems: 'center', flexWrap: 'wrap' }}
            >
              <div style={{ flex: 1, minWidth: 240 }}>
                <Link href={`/results/${each.id}`}>{each.name}</Link>
                <div className="muted">{each.committee}</div>
              </div>
              <span className="num">公示通过 {each.people} 人</span>
              <Button type="primary" onClick={() => ask(each)}>
                {words.label}
              </Button>
            </div>
          ))}
        </div>
      )}
      <div className="card">
        <Tabs
          activeKey={side}
          onChange={(key) => router.visit(url(`/filings?tab=${key}`))}
          items={[
            { key: 'own', label: '本机构提交的' },
            { key: 'review', label: '由本机构审核的' },
          ]}
        />
        <DataTable<Row>
          key={side}
          name="filings"
          rowKey="id"
          paged={filings}
          keep={{ tab: side }}
          values={filters}
          filters={[
            { name: 'meeting', label: '评审会议' },
            { name: 'committee', label: '评委会' },
            { name: 'number', label: words.numberLabel },
            {
              name: 'status',
              label: '审核状态',
              options: Object.entries(FILING_STATUS).map(([value, [label]]) => ({ value, label })),
            },
          ]}
          empty={{
            title: '没有记录',
            hint:
              side === 'own'
                ? '评审会议有公示通过的人员后，可以在上方提交。'
                : '评委会提交后会出现在这里。',
          }}
          columns={[
            {
              key: 'meeting',
              title: '评审会议',
              render: (_, row) => <Link href={`/filings/${row.id}`}>{row.meeting}</Link>,
            },
            { key: 'committee', title: '评委会', dataIndex: 'committee' },
            side === 'own'
              ? { key: 'reviewer', title: '审核机构', dataIndex: 'reviewer' }
              : { key: 'office', title: '提交机构', dataIndex: 'office' },
            { key: 'people', title: '人数', align: 'right', className: 'num', dataIndex: 'people' },
            { key: 'at', title: '提交时间', className: 'num', dataIndex: 'at' },
            {
              key: 'number',
              title: words.numberLabel,
              className: 'num',
              render: (_, row) => row.number ?? '—',
            },
            {
              key: 'filedOn',
              title: `${words.label}时间`,
              className: 'num',
              render: (_, row) => row.filedOn ?? '—',
            },
            {
              key: 'status',
              title: '状态',
              render: (_, row) => (
                <Tag color={FILING_STATUS[row.status][1]} variant="filled">
                  {FILING_STATUS[row.status][0]}
                </Tag>
              ),
            },
            {
              key: 'act',
              title: '操作',
              acts: true,
              render: (_, row) => (
                <Link href={`/filings/${row.id}`}>
                  {side === 'review' && row.status === 'applied' ? '审核' : '查看详细'}
                </Link>
              ),
            },
          ]}
        />
      </div>
      {asking && <Apply meeting={asking} words={words} onClose={() => ask(null)} />}
    </>
  )
}

function Apply({
  meeting,
  words,
  onClose,
}: {
  meeting: Waiting
  words: Words
  onClose: () => void
}) {
  const [note, setNote] = useState('')
  const [file, setFile] = useState<File | null>(null)
  const { run, pending } = useCommand('/filings', { onDone: onClose })
  const submit = () => {
    const body = new FormData()
    body.append('meetingId', String(meeting.id))
    if (note.trim()) body.append('note', note.trim())
    if (file) body.append('file', file)
    void run(body)
  }
  return (
    <Modal
      open
      title={`${words.label}：${meeting.name}`}
      okText={`提交 ${meeting.people} 人`}
      cancelText="取消"
      confirmLoading={pending}
      onOk={submit}
      onCancel={onClose}
    >
      <p>公示通过的 {meeting.people} 人自动列入名单。</p>
      <Input.TextArea
        rows={3}
        maxLength={1000}
        showCount
        aria-label="说明"
        placeholder="说明（可不填）"
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <div style={{ marginTop: 20 }}>
        <Upload
          accept=".pdf,.jpg,.png"
          maxCount={1}
          fileList={file ? [{ uid: '1', name: file.name, status: 'done' }] : []}
          beforeUpload={(chosen) => {
            setFile(chosen)
            return false
          }}
          onRemove={() => setFile(null)}
        >
          <Button>选择附件（PDF、JPG、PNG，可不选）</Button>
        </Upload>
      </div>
    </Modal>
  )
}
