import { Button, Input, Modal, Radio, Table } from 'antd'
import { useState } from 'react'
import { useCommand } from '~/ui/command'
import { PageHead } from '~/ui/page_head'
import { StageTag } from '~/ui/stage_tag'
import { OUTCOMES } from '~/ui/stages/types'

type Person = {
  id: number
  name: string
  title: string | null
  specialty: string | null
  stage: string
  outcome: string | null
  yes: number | null
  no: number | null
  abstain: number | null
  mayPublicise: boolean
}
type Props = { meetingId: number; people: Person[] }

export default function Result({ meetingId, people }: Props) {
  const [selected, select] = useState<number[]>([])
  const [acting, act] = useState<{ person: Person; kind: 'object' | 'resolve' } | null>(null)
  const open = useCommand(`/results/${meetingId}/publicity`, { onDone: () => select([]) })
  return (
    <>
      <PageHead title="人员详情信息" hint="可对单个人员公示、转入异议库或处理异议。" />
      <div className="card">
        <div className="table-tools">
          <Button
            type="primary"
            disabled={selected.length === 0}
            loading={open.pending}
            onClick={() => void open.run({ applicationIds: selected })}
          >
            公示所选{selected.length > 0 && `（${selected.length} 人）`}
          </Button>
        </div>
        <Table<Person>
          size="middle"
          rowKey="id"
          dataSource={people}
          scroll={{ x: 'max-content' }}
          pagination={
            people.length > 20 ? { pageSize: 20, showTotal: (total) => `共 ${total} 人` } : false
          }
          rowSelection={{
            selectedRowKeys: selected,
            onChange: (keys) => select(keys.map(Number)),
            getCheckboxProps: (row) => ({
              disabled: row.stage !== 'reported' || !row.mayPublicise,
            }),
          }}
          columns={[
            { key: 'name', title: '姓名', dataIndex: 'name' },
            { key: 'title', title: '申报职称', dataIndex: 'title' },
            { key: 'specialty', title: '申报专业', dataIndex: 'specialty' },
            {
              key: 'yes',
              title: '同意票数',
              align: 'right',
              className: 'num',
              render: (_, row) => row.yes ?? '—',
            },
            {
              key: 'no',
              title: '反对票数',
              align: 'right',
              className: 'num',
              render: (_, row) => row.no ?? '—',
            },
            {
              key: 'abstain',
              title: '弃权票数',
              align: 'right',
              className: 'num',
              render: (_, row) => row.abstain ?? '—',
            },
            {
              key: 'outcome',
              title: '是否通过',
              render: (_, row) => OUTCOMES[row.outcome ?? ''] ?? '—',
            },
            { key: 'stage', title: '状态', render: (_, row) => <StageTag stage={row.stage} /> },
            {
              key: 'act',
              title: '操作',
              render: (_, row) =>
                !row.mayPublicise ? (
                  '—'
                ) : row.stage === 'objection' ? (
                  <Button size="small" onClick={() => act({ person: row, kind: 'resolve' })}>
                    处理异议
                  </Button>
                ) : ['reported', 'in_publicity'].includes(row.stage) ? (
                  <Button size="small" onClick={() => act({ person: row, kind: 'object' })}>
                    转入异议库
                  </Button>
                ) : (
                  '—'
                ),
            },
          ]}
        />
      </div>
      {acting && <ActDialog {...acting} onClose={() => act(null)} />}
    </>
  )
}

function ActDialog({
  person,
  kind,
  onClose,
}: {
  person: Person
  kind: 'object' | 'resolve'
  onClose: () => void
}) {
  const [reason, setReason] = useState('')
  const [outcome, setOutcome] = useState<string | null>(null)
  const { run, pending, errors } = useCommand(`/results/people/${person.id}/${kind}`, {
    onDone: onClose,
  })
  const resolve = kind === 'resolve'
  return (
    <Modal
      open
      title={`${resolve ? '处理异议' : '转入异议库'}：${person.name}`}
      okText="确定"
      cancelText="取消"
      confirmLoading={pending}
      okButtonProps={{ disabled: !reason.trim() || (resolve && !outcome) }}
      onOk={() => void run({ reason, ...(resolve && { outcome }) })}
      onCancel={onClose}
    >
      {resolve && (
        <Radio.Group
          style={{ marginBottom: 12 }}
          value={outcome}
          onChange={(event) => setOutcome(event.target.value)}
          options={[
            { value: 'passed', label: '转入评审通过人员库' },
            { value: 'not_passed', label: '转入评审未通过人员库' },
          ]}
        />
      )}
      <Input.TextArea
        rows={4}
        maxLength={300}
        showCount
        aria-label="说明"
        placeholder={resolve ? '处理意见' : '异议情况'}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {errors.map(({ field, message }) => (
        <div role="alert" key={field} style={{ color: '#c0392b' }}>
          {message}
        </div>
      ))}
    </Modal>
  )
}
