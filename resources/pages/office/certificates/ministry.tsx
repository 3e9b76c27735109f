import { router } from '@inertiajs/react'
import { Alert, Tabs, Tag } from 'antd'
import { useState } from 'react'
import { CommandButton } from '~/ui/command_button'
import { DataTable, type Column, type Paged } from '~/ui/data_table'
import { LEVELS } from '~/ui/levels'
import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'
import { useUrl } from '~/ui/site'

type Row = {
  id: number
  number: string
  name: string
  unit: string
  title: string | null
  level: string | null
  issuedOn: string
  act: string
  sender: string | null
  receipt: string | null
  fault: string | null
  answeredAt: string | null
}
type Props = {
  label: string
  tab: string
  filters: Record<string, string>
  counts: Record<string, number>
  certificates: Paged<Row>
  sender: { name: string; isTrial: boolean }
}

const TABS: [string, string, string][] = [
  ['waiting', '待上报', '生成的电子证书，以及上报后被撤销的证书，会出现在这里。'],
  ['sending', '上报中', '正在等待对方回执的证书会出现在这里。'],
  ['accepted', '已上报', '收到回执的证书会出现在这里。'],
  ['rejected', '被退回', '对方退回的证书会出现在这里，更正后可再次上报。'],
]

export default function Ministry(props: Props) {
  const { label, tab, filters, counts, certificates, sender } = props
  const url = useUrl()
  const [selected, select] = useState<number[]>([])
  const isOpen = tab === 'waiting'
  return (
    <>
      <PageHead
        title={label}
        hint={`上报通道：${sender.name}。逐份留存回执，退回的说明原因；上报后换发、撤销的须再报一次。`}
      />
      {sender.isTrial && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 18 }}
          title="现为演示通道：不向外发送任何数据，回执仅供试用。接入正式接口后由运维人员切换。"
        />
      )}
      <div className="card">
        <Tabs
          activeKey={tab}
          onChange={(key) => router.visit(url(`/ministry-reports?tab=${key}`))}
          items={TABS.map(([key, name]) => ({ key, label: `${name}（${counts[key] ?? 0}）` }))}
        />
        <DataTable<Row>
          key={tab}
          name={`ministry_${tab}`}
          rowKey="id"
          paged={certificates}
          keep={{ tab }}
          values={filters}
          filters={[
            { name: 'number', label: '证书编号' },
            { name: 'name', label: '姓名' },
            { name: 'level', label: '级别', options: LEVELS },
          ]}
          selection={isOpen ? { selected, onChange: select } : undefined}
          tools={
            isOpen && (
              <>
                <CommandButton
                  type="primary"
                  path="/ministry-reports"
                  body={{ ids: selected }}
                  disabled={selected.length === 0}
                  confirm={{ title: `上报所选 ${selected.length} 份证书？` }}
                >
                  批量上报{selected.length > 0 && `（${selected.length} 份）`}
                </CommandButton>
                <CommandButton
                  path="/ministry-reports"
                  body={{ all: true }}
                  disabled={counts.waiting === 0}
                  confirm={{
                    title: `上报全部 ${counts.waiting} 份未上报的证书？`,
                    content: '包括其他页上的证书，不受查询条件限制。',
                  }}
                >
                  全部上报（{counts.waiting} 份）
                </CommandButton>
              </>
            )
          }
          empty={{
            title: '没有证书',
            hint: TABS.find(([key]) => key === tab)?.[2],
          }}
          columns={columns(tab)}
        />
      </div>
    </>
  )
}

function columns(tab: string): Column<Row>[] {
  const list: Column<Row>[] = [
    {
      key: 'number',
      title: '证书编号',
      className: 'num',
      render: (_, row) => <Link href={`/certificates/${row.id}`}>{row.number}</Link>,
    },
    {
      key: 'reported',
      title: '上报事项',
      render: (_, row) => (
        <Tag color={row.act === '撤销' ? 'error' : 'default'} variant="filled">
          {row.act}
        </Tag>
      ),
    },
    { key: 'name', title: '姓名', dataIndex: 'name' },
    { key: 'unit', title: '工作单位', dataIndex: 'unit' },
    { key: 'title', title: '资格名称', render: (_, row) => row.title ?? '—' },
    { key: 'level', title: '级别', render: (_, row) => row.level ?? '—' },
    { key: 'issuedOn', title: '发证日期', className: 'num', dataIndex: 'issuedOn' },
  ]
  if (tab === 'accepted')
    list.push({
      key: 'receipt',
      title: '回执',
      render: (_, row) => (
        <span className="num">
          {row.receipt}
          <br />
          <span className="muted">{row.answeredAt}</span>
        </span>
      ),
    })
  if (tab === 'rejected' || tab === 'waiting')
    list.push({
      key: 'fault',
      title: '退回原因',
      render: (_, row) => (row.fault ? <span className="fault">{row.fault}</span> : '—'),
    })
  return list
}
