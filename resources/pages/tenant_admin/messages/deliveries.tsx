import { Alert, Tag } from 'antd'
import { CommandButton } from '~/ui/command_button'
import { DataTable, type Paged } from '~/ui/data_table'
import { PageHead } from '~/ui/page_head'

type Delivery = {
  id: number
  title: string
  recipient: string
  channel: string
  status: string
  address: string | null
  provider: string | null
  fault: string | null
  attempts: number
  at: string
}
type Props = {
  filters: Record<string, string>
  channels: { value: string; label: string; provider: string; isTrial: boolean }[]
  deliveries: Paged<Delivery>
}

const STATES: Record<string, [string, string]> = {
  waiting: ['等待发送', 'processing'],
  sent: ['已发送', 'success'],
  trial: ['演示，未发出', 'default'],
  failed: ['发送失败', 'error'],
  skipped: ['没有地址', 'warning'],
}

export default function Deliveries({ filters, channels, deliveries }: Props) {
  const labelOf = (value: string) => channels.find((each) => each.value === value)?.label ?? '其他'
  const trial = channels.filter(({ isTrial }) => isTrial).map(({ label }) => label)
  return (
    <>
      <PageHead
        title="短信与邮件"
        hint="站内消息之外的通知；什么情况发送、走哪些渠道，在规则的“消息通知”中设置。"
      />
      {trial.length > 0 && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 18 }}
          title={`${trial.join('、')}尚未接入服务商，现为演示通道，不会真的发出。`}
        />
      )}
      <div className="card">
        <DataTable<Delivery>
          name="deliveries"
          rowKey="id"
          paged={deliveries}
          values={filters}
          filters={[
            { name: 'name', label: '接收人' },
            { name: 'channel', label: '渠道', options: channels },
            {
              name: 'status',
              label: '状态',
              options: Object.entries(STATES).map(([value, [label]]) => ({ value, label })),
            },
          ]}
          empty={{ title: '还没有发送记录', hint: '退回补正、证书生成等事项会按规则发送。' }}
          columns={[
            { key: 'title', title: '内容', dataIndex: 'title' },
            { key: 'recipient', title: '接收人', dataIndex: 'recipient' },
            { key: 'channel', title: '渠道', render: (_, row) => labelOf(row.channel) },
            {
              key: 'address',
              title: '接收地址',
              className: 'num',
              render: (_, row) => row.address ?? '—',
            },
            {
              key: 'status',
              title: '状态',
              render: (_, row) => (
                <>
                  <Tag color={STATES[row.status][1]}>{STATES[row.status][0]}</Tag>
                  {row.fault && <div className="muted">{row.fault}</div>}
                </>
              ),
            },
            { key: 'attempts', title: '次数', className: 'num', dataIndex: 'attempts' },
            { key: 'at', title: '时间', className: 'num', dataIndex: 'at' },
            {
              key: 'act',
              title: '操作',
              acts: true,
              render: (_, row) =>
                row.status === 'failed' || row.status === 'skipped' ? (
                  <CommandButton path={`/message-deliveries/${row.id}/resend`} size="small">
                    重新发送
                  </CommandButton>
                ) : (
                  '—'
                ),
            },
          ]}
        />
      </div>
    </>
  )
}
