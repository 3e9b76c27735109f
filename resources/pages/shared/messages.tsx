import { router } from '@inertiajs/react'
import { CommandButton } from '~/ui/command_button'
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

export default function Messages({ messages }: { messages: Paged<Message> }) {
  const unread = messages.data.some(({ isRead }) => !isRead)
  return (
    <>
      <PageHead title="我的消息" hint="申报审核、评审和证书的进展会在这里通知您。" />
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
                <div className="muted">{row.body}</div>
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
