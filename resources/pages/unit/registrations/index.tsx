import { router } from '@inertiajs/react'
import { Alert, Button, Input, Modal, Tabs } from 'antd'
import { useState } from 'react'
import { useCommand } from '~/ui/command'
import { DataTable, type Paged } from '~/ui/data_table'
import { PageHead } from '~/ui/page_head'
import { useUrl } from '~/ui/site'

type Row = {
  id: number
  kind: 'person' | 'unit'
  name: string
  body: string
  phone: string | null
  content: Record<string, string | boolean>
  files: number[]
  opinion: string | null
  at: string
  decidedAt: string | null
}
type Props = {
  tab: string
  filters: Record<string, string | undefined>
  kinds: { value: string; label: string }[]
  reviewsPersons: boolean
  registrations: Paged<Row>
}

const TABS = [
  { key: 'open', label: '待审核' },
  { key: 'accepted', label: '已通过' },
  { key: 'refused', label: '未通过' },
]
const KINDS = { person: '个人', unit: '单位' }
const LABELS: Record<string, string> = {
  idNumber: '身份证号',
  kind: '单位类别',
  creditCode: '统一社会信用代码',
  regionCode: '所属区域',
  nature: '单位性质',
  industry: '所属行业',
  contact: '联系人',
  address: '通讯地址',
  login: '管理员登录名',
}

/** 注册审核: persons of one's own unit, units below one's own body. */
export default function Registrations({
  tab,
  filters,
  kinds,
  reviewsPersons,
  registrations,
}: Props) {
  const url = useUrl()
  const [shown, show] = useState<Row | null>(null)
  return (
    <>
      <PageHead
        title="注册审核"
        hint={
          reviewsPersons
            ? '个人由所在单位审核，单位由上级机构审核；通过后对方即可登录。'
            : '单位由上级机构审核，通过后即可登录；个人自行注册后即可登录，不需审核。'
        }
      />
      <div className="card">
        <Tabs
          activeKey={tab}
          items={TABS}
          onChange={(key) => router.visit(url(`/registrations?tab=${key}`))}
        />
        <DataTable<Row>
          name="registrations"
          rowKey="id"
          paged={registrations}
          values={filters}
          keep={{ tab }}
          filters={[
            { name: 'name', label: '姓名或单位名称' },
            {
              name: 'kind',
              label: '类型',
              options: Object.entries(KINDS).map(([value, label]) => ({ value, label })),
            },
          ]}
          empty={{
            title: tab === 'open' ? '没有待审核的注册' : '还没有记录',
            hint: reviewsPersons
              ? '个人或单位提交注册后会出现在这里。'
              : '单位提交注册后会出现在这里。',
          }}
          columns={[
            { key: 'kind', title: '类型', render: (_, row) => KINDS[row.kind] },
            { key: 'name', title: '姓名或单位名称', dataIndex: 'name' },
            { key: 'body', title: '所在单位或上级机构', dataIndex: 'body' },
            {
              key: 'phone',
              title: '手机号码',
              className: 'num',
              render: (_, row) => row.phone ?? '—',
            },
            { key: 'at', title: '提交时间', className: 'num', dataIndex: 'at' },
            {
              key: 'decidedAt',
              title: '审核时间',
              className: 'num',
              render: (_, row) => row.decidedAt ?? '—',
            },
            {
              key: 'act',
              title: '操作',
              acts: true,
              render: (_, row) => (
                <Button type="link" size="small" onClick={() => show(row)}>
                  {tab === 'open' ? '审核' : '详情'}
                </Button>
              ),
            },
          ]}
        />
      </div>
      {shown && (
        <Details row={shown} kinds={kinds} isOpen={tab === 'open'} onClose={() => show(null)} />
      )}
    </>
  )
}

function Details({
  row,
  kinds,
  isOpen,
  onClose,
}: {
  row: Row
  kinds: Props['kinds']
  isOpen: boolean
  onClose: () => void
}) {
  const url = useUrl()
  const [opinion, setOpinion] = useState('')
  const command = useCommand(`/registrations/${row.id}`, { onDone: onClose })
  const value = (name: string) =>
    name === 'kind'
      ? (kinds.find((kind) => kind.value === row.content.kind)?.label ?? '—')
      : String(row.content[name])
  return (
    <Modal
      open
      title={`${KINDS[row.kind]}注册：${row.name}`}
      width="min(720px, 94vw)"
      onCancel={onClose}
      footer={
        isOpen && [
          <Button
            key="refuse"
            danger
            disabled={!opinion.trim()}
            loading={command.pending}
            onClick={() => void command.run({ decision: 'refused', opinion })}
          >
            不通过
          </Button>,
          <Button
            key="accept"
            type="primary"
            loading={command.pending}
            onClick={() => void command.run({ decision: 'accepted', opinion })}
          >
            通过
          </Button>,
        ]
      }
    >
      {row.content.codeFits === false && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 12 }}
          title="统一社会信用代码的校验位不符，请对照证照核对（少数早期代码不符合校验规则）"
        />
      )}
      <dl className="facts" style={{ marginBottom: 16 }}>
        {Object.keys(LABELS)
          .filter((name) => row.content[name] !== undefined && name !== 'name')
          .map((name) => (
            <div key={name}>
              <dt>{LABELS[name]}</dt>
              <dd>{value(name)}</dd>
            </div>
          ))}
        <div>
          <dt>{row.kind === 'person' ? '所在单位' : '上级机构'}</dt>
          <dd>{row.body}</dd>
        </div>
        <div>
          <dt>手机号码</dt>
          <dd>{row.phone ?? '—'}</dd>
        </div>
        {row.opinion && (
          <div className="wide">
            <dt>审核意见</dt>
            <dd>{row.opinion}</dd>
          </div>
        )}
        {row.files.length > 0 && (
          <div className="wide">
            <dt>证照</dt>
            <dd>
              {row.files.map((file, index) => (
                <a
                  key={file}
                  href={url(`/registrations/${row.id}/files/${file}`)}
                  target="_blank"
                  rel="noreferrer"
                  style={{ marginRight: 16 }}
                >
                  附件 {index + 1}
                </a>
              ))}
            </dd>
          </div>
        )}
      </dl>
      {isOpen && (
        <>
          <label htmlFor="opinion">审核意见（不通过时必填）</label>
          <Input.TextArea
            id="opinion"
            rows={3}
            maxLength={500}
            showCount
            value={opinion}
            onChange={(event) => setOpinion(event.target.value)}
          />
        </>
      )}
    </Modal>
  )
}
