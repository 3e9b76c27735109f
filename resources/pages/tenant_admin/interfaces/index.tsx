import { Alert, Button, Checkbox, Form, Input, InputNumber, Modal, Tag, Typography } from 'antd'
import { useState } from 'react'
import { CommandButton } from '~/ui/command_button'
import { CommandForm } from '~/ui/command_form'
import { DataTable, type Paged } from '~/ui/data_table'
import { PageHead } from '~/ui/page_head'
import { must } from '~/ui/must'
import { useUrl } from '~/ui/site'

type Token = {
  id: number
  name: string
  hint: string
  scopes: string[]
  by: string
  endsAt: string
  usedAt: string | null
  state: 'valid' | 'over' | 'revoked'
}
type Props = {
  filters: Record<string, string>
  scopes: Record<string, string>
  tokens: Paged<Token>
}

const STATES = {
  valid: ['有效', 'success'],
  over: ['已到期', 'default'],
  revoked: ['已作废', 'error'],
} as const

/** Tokens by which the province's own systems read its data. */
export default function Interfaces({ filters, scopes, tokens }: Props) {
  const url = useUrl()
  const [adding, setAdding] = useState(false)
  const [token, setToken] = useState<string | null>(null)
  return (
    <>
      <PageHead
        title="数据接口"
        hint="供本省自己的系统读取数据，只读。令牌只有所选的权限，可随时作废。"
        actions={
          <>
            <Button href={url('/api/openapi.json')} target="_blank">
              接口说明
            </Button>
            <Button type="primary" onClick={() => setAdding(true)}>
              发放令牌
            </Button>
          </>
        }
      />
      {token && (
        <Alert
          type="success"
          showIcon
          closable={{ onClose: () => setToken(null) }}
          style={{ marginBottom: 16 }}
          title="令牌已发放，只显示这一次"
          description={
            <Typography.Text copyable code style={{ overflowWrap: 'anywhere' }}>
              {token}
            </Typography.Text>
          }
        />
      )}
      <section className="card">
        <DataTable<Token>
          name="api-tokens"
          rowKey="id"
          paged={tokens}
          values={filters}
          filters={[{ name: 'name', label: '用途' }]}
          empty={{ title: '还没有令牌', hint: '点击右上角“发放令牌”，交给需要读取数据的系统。' }}
          columns={[
            { key: 'name', title: '用途', dataIndex: 'name' },
            {
              key: 'hint',
              title: '令牌',
              className: 'num',
              render: (_, row) => `…${row.hint}`,
            },
            {
              key: 'scopes',
              title: '权限',
              render: (_, row) => row.scopes.map((scope) => scopes[scope] ?? scope).join('、'),
            },
            {
              key: 'state',
              title: '状态',
              render: (_, row) => <Tag color={STATES[row.state][1]}>{STATES[row.state][0]}</Tag>,
            },
            { key: 'ends', title: '有效期至', className: 'num', dataIndex: 'endsAt' },
            {
              key: 'used',
              title: '最近使用',
              className: 'num',
              render: (_, row) => row.usedAt ?? '未使用',
            },
            { key: 'by', title: '发放人', dataIndex: 'by' },
            {
              key: 'act',
              title: '操作',
              acts: true,
              render: (_, row) =>
                row.state === 'valid' ? (
                  <CommandButton
                    danger
                    type="link"
                    size="small"
                    path={`/interfaces/tokens/${row.id}/revoke`}
                    confirm={{
                      title: `作废“${row.name}”的令牌？`,
                      content: '使用它的系统立即不能再读取数据。',
                    }}
                  >
                    作废
                  </CommandButton>
                ) : (
                  '—'
                ),
            },
          ]}
        />
      </section>
      <Modal
        open={adding}
        title="发放令牌"
        footer={null}
        destroyOnHidden
        onCancel={() => setAdding(false)}
      >
        <CommandForm<{ token: string }>
          path="/interfaces/tokens"
          submit="发放"
          initial={{ days: 180, scopes: [] }}
          onDone={({ data }) => {
            setToken(data?.token ?? null)
            setAdding(false)
          }}
          extra={<Button onClick={() => setAdding(false)}>取消</Button>}
        >
          <Form.Item name="name" label="用途" rules={must('用途')}>
            <Input maxLength={80} placeholder="如：省人事系统同步" />
          </Form.Item>
          <Form.Item
            name="scopes"
            label="权限"
            rules={[{ required: true, message: '请至少选择一项' }]}
          >
            <Checkbox.Group
              style={{ display: 'grid', gap: 6 }}
              options={Object.entries(scopes).map(([value, label]) => ({ value, label }))}
            />
          </Form.Item>
          <Form.Item name="days" label="有效期">
            <InputNumber min={1} max={366} precision={0} suffix="天" style={{ width: 160 }} />
          </Form.Item>
        </CommandForm>
      </Modal>
    </>
  )
}
