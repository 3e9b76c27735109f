import { router } from '@inertiajs/react'
import { Form, Input } from 'antd'
import { CommandButton } from '~/ui/command_button'
import { CommandForm } from '~/ui/command_form'
import { DataTable, type Paged } from '~/ui/data_table'
import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'

type Message = {
  id: number
  title: string
  body: string
  link: string | null
  at: string
  isRead: boolean
}

type Props = {
  messages: Paged<Message>
  addresses: { phone: string | null; email: string | null } | null
}

export default function Messages({ messages, addresses }: Props) {
  const unread = messages.data.some(({ isRead }) => !isRead)
  return (
    <>
      <PageHead title="我的消息" hint="申报审核、评审和证书的进展会在这里通知您。" />
      {addresses && (
        <div className="card">
          <h2>重要事项另行通知</h2>
          <p>
            手机 <span className="num">{addresses.phone ?? '未登记'}</span>，电子邮箱{' '}
            <span className="num">{addresses.email ?? '未登记'}</span>
            。退回补正、证书生成等事项除站内消息外，还按省里的规定发送短信和邮件。
          </p>
          <CommandForm
            path="/messages/email"
            submit="保存邮箱"
            body={({ email }) => ({ email: email || null })}
          >
            <Form.Item name="email" label="电子邮箱（不填则取消）" style={{ maxWidth: 360 }}>
              <Input inputMode="email" maxLength={120} autoComplete="email" />
            </Form.Item>
          </CommandForm>
        </div>
      )}
      <DataTable
        name="messages"
        paged={messages}
        rowKey="id"
        empty={{ title: '还没有消息' }}
        tools={
          unread && (
            <CommandButton path="/messages/read" onDone={() => router.reload()}>
              全部标为已读
            </CommandButton>
          )
        }
        columns={[
          {
            key: 'title',
            title: '消息',
            render: (_, row) => (
              <>
                <Link href={`/messages/${row.id}`} style={{ fontWeight: row.isRead ? 400 : 600 }}>
                  {row.title}
                </Link>
                <div
                  className="muted"
                  style={{ whiteSpace: 'pre-wrap', maxWidth: 'min(720px, 74vw)' }}
                >
                  {row.body}
                </div>
              </>
            ),
          },
          {
            key: 'state',
            title: '状态',
            width: 90,
            render: (_, row) => (row.isRead ? '已读' : '未读'),
          },
          { key: 'at', title: '时间', width: 170, dataIndex: 'at' },
        ]}
      />
    </>
  )
}
