import { router } from '@inertiajs/react'
import { Alert, Button, Form, Input, Modal, Select, Tag } from 'antd'
import { useState } from 'react'
import type { ProvinceState } from '#platform/queries/province_states'
import { ButtonLink } from '~/ui/button_link'
import { CommandButton } from '~/ui/command_button'
import { CommandForm } from '~/ui/command_form'
import { DataTable, type Paged } from '~/ui/data_table'
import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'
import { ReasonButton } from '~/ui/reason_button'
import { sizeOf } from '~/ui/size_of'
import { WholeTable } from '~/ui/whole_table'

type Entry = {
  id: number
  at: string
  operator: string
  action: string
  tenant: string | null
  detail: string | null
}
type Props = {
  provinces: ProvinceState[]
  plugins: { id: string; name: string }[]
  filters: { tenant?: string; q?: string }
  entries: Paged<Entry>
  health: { product: string; database: string; redis: string; node: string; workers: number }
}
type Opened = { slug: string; login: string; secret: string }

export default function Provinces(props: Props) {
  const { provinces, plugins, filters, entries, health } = props
  const [adding, setAdding] = useState(false)
  const [opened, setOpened] = useState<Opened | null>(null)
  return (
    <>
      <PageHead
        title="租户"
        hint="每个省一个独立的数据库、数据库用户和文件夹。这里只有数量和运行情况，没有业务数据。"
        actions={
          <Button type="primary" onClick={() => setAdding(true)}>
            建立租户
          </Button>
        }
      />
      {health.workers === 0 && (
        <Alert
          type="error"
          showIcon
          style={{ marginBottom: 16 }}
          title="没有正在运行的任务进程，后台任务不会执行。"
        />
      )}
      {opened && <OneTimeSecret opened={opened} onClose={() => setOpened(null)} />}
      <section className="card">
        <WholeTable<ProvinceState>
          name="tenants"
          rowKey="slug"
          rows={provinces}
          pageSize={50}
          search={{
            label: '名称、标识或域名',
            text: (row) => [row.name, row.slug, ...row.hosts].join(' '),
          }}
          columns={[
            {
              key: 'name',
              title: '租户',
              render: (_, row) => (
                <>
                  <Link href={`/operator/provinces/${row.slug}`}>
                    <b>{row.name}</b>
                  </Link>
                  <div className="muted">{[row.slug, ...row.hosts].join('、')}</div>
                </>
              ),
            },
            {
              key: 'status',
              title: '状态',
              render: (_, row) =>
                row.status === 'suspended' ? (
                  <>
                    <Tag color="default">已停用</Tag>
                    <div className="muted" style={{ maxWidth: 200, whiteSpace: 'normal' }}>
                      {row.suspendedReason}
                    </div>
                  </>
                ) : row.reachable ? (
                  <Tag color="success">运行中</Tag>
                ) : (
                  <Tag color="error">数据库无法访问</Tag>
                ),
            },
            {
              key: 'applications',
              title: '申报数',
              align: 'right',
              render: (_, row) => row.applications.toLocaleString('zh-CN'),
            },
            {
              key: 'files',
              title: '文件',
              align: 'right',
              render: (_, row) => <Stored row={row} />,
            },
            {
              key: 'behind',
              title: '数据库版本',
              render: (_, row) =>
                row.behind === 0 ? '最新' : <Tag color="warning">缺 {row.behind} 个迁移</Tag>,
            },
            {
              key: 'jobs',
              title: '任务',
              render: (_, row) => {
                const waiting =
                  (row.jobs.queued ?? 0) + (row.jobs.sent ?? 0) + (row.jobs.running ?? 0)
                return (
                  <>
                    <div>等待、执行 {waiting}</div>
                    <Link href={`/operator/provinces/${row.slug}/jobs`}>
                      失败 {row.jobs.failed ?? 0}
                    </Link>
                  </>
                )
              },
            },
            {
              key: 'lastBackup',
              title: '最近备份',
              render: (_, row) => row.lastBackup ?? '尚无备份',
            },
            {
              key: 'act',
              title: '操作',
              acts: true,
              render: (_, row) => <Actions row={row} />,
            },
          ]}
        />
      </section>
      <section className="card">
        <h2>运行环境</h2>
        <dl className="facts">
          <div>
            <dt>本系统</dt>
            <dd className="num">{health.product}</dd>
          </div>
          <div>
            <dt>任务进程</dt>
            <dd className="num">{health.workers}</dd>
          </div>
          <div>
            <dt>数据库</dt>
            <dd>{health.database}</dd>
          </div>
          <div>
            <dt>Redis</dt>
            <dd>{health.redis}</dd>
          </div>
          <div>
            <dt>Node.js</dt>
            <dd>{health.node}</dd>
          </div>
        </dl>
      </section>
      <section className="card">
        <h2>运维记录</h2>
        <DataTable<Entry>
          name="operator-log"
          rowKey="id"
          paged={entries}
          values={filters}
          filters={[
            { name: 'q', label: '人员、操作或说明' },
            {
              name: 'tenant',
              label: '租户',
              options: provinces.map(({ slug, name }) => ({ value: slug, label: name })),
            },
          ]}
          empty={{ title: '没有运维记录', hint: '对租户的每次操作都会记在这里。' }}
          columns={[
            { key: 'at', title: '时间', dataIndex: 'at', className: 'num', width: 180 },
            { key: 'operator', title: '运维人员', dataIndex: 'operator' },
            { key: 'action', title: '操作', dataIndex: 'action' },
            {
              key: 'tenant',
              title: '租户',
              dataIndex: 'tenant',
              render: (slug) => provinces.find((each) => each.slug === slug)?.name ?? slug ?? '—',
            },
            { key: 'detail', title: '说明', dataIndex: 'detail', render: (value) => value ?? '—' },
          ]}
        />
      </section>
      <Modal
        title="建立租户"
        open={adding}
        onCancel={() => setAdding(false)}
        footer={null}
        destroyOnHidden
      >
        <CommandForm<Opened>
          path="/operator/provinces"
          submit="建立"
          reload={false}
          body={(values) => ({ ...values, host: values.host || null })}
          onDone={({ data }) => {
            setOpened(data ?? null)
            setAdding(false)
            router.reload()
          }}
        >
          <Form.Item
            name="province"
            label="省级插件"
            rules={[{ required: true, message: '请选择省级插件' }]}
          >
            <Select options={plugins.map(({ id, name }) => ({ value: id, label: name }))} />
          </Form.Item>
          <Form.Item name="name" label="名称" rules={[{ required: true, message: '请填写名称' }]}>
            <Input placeholder="如：某某省职称评审" />
          </Form.Item>
          <Form.Item
            name="slug"
            label="标识"
            extra="小写字母开头，用于子域名和数据库名，以后不能更改"
            rules={[{ required: true, message: '请填写标识' }]}
          >
            <Input />
          </Form.Item>
          <Form.Item name="host" label="自有域名（可不填）">
            <Input />
          </Form.Item>
          <Form.Item
            name="adminLogin"
            label="管理员登录名"
            rules={[{ required: true, message: '请填写管理员登录名' }]}
          >
            <Input />
          </Form.Item>
          <Form.Item
            name="adminName"
            label="管理员姓名"
            rules={[{ required: true, message: '请填写管理员姓名' }]}
          >
            <Input />
          </Form.Item>
        </CommandForm>
      </Modal>
    </>
  )
}

/** Nine tenths of the room used: time to talk about more. */
const NEARLY_FULL = 0.9

function Stored({ row: { quotaMb, storedBytes } }: { row: ProvinceState }) {
  if (!quotaMb) return sizeOf(storedBytes)
  const quota = quotaMb * 1024 * 1024
  return (
    <>
      {sizeOf(storedBytes)} / {sizeOf(quota)}
      {storedBytes >= quota * NEARLY_FULL && (
        <div>
          <Tag color="error">{storedBytes >= quota ? '已用完' : '即将用完'}</Tag>
        </div>
      )}
    </>
  )
}

const OneTimeSecret = ({ opened, onClose }: { opened: Opened; onClose: () => void }) => (
  <Alert
    type="success"
    showIcon
    closable={{ onClose }}
    style={{ marginBottom: 16 }}
    title="租户已建立，请把激活码交给省平台管理员"
    description={
      <>
        登录名 <b>{opened.login}</b>，激活码 <b className="num">{opened.secret}</b>
        （只显示这一次）。安全管理员和审计管理员由另外的人担任，请到
        <Link href={`/operator/provinces/${opened.slug}`}>该租户的管理页</Link>开设。
      </>
    }
  />
)

function Actions({ row }: { row: ProvinceState }) {
  const path = `/operator/provinces/${row.slug}`
  return (
    <div className="actions">
      <ButtonLink href={path} size="small">
        管理
      </ButtonLink>
      {row.behind > 0 && (
        <CommandButton size="small" path={`${path}/migration`} onDone={() => router.reload()}>
          升级数据库
        </CommandButton>
      )}
      {row.status === 'active' ? (
        <ReasonButton
          size="small"
          danger
          path={`${path}/suspension`}
          title={`停用“${row.name}”？`}
          hint="停用后所有人都不能访问，打开任何页面只看到这里填写的原因；后台任务等恢复后再办理。数据保留，可以随时恢复。"
          label="停用原因"
          onDone={() => router.reload()}
        >
          停用
        </ReasonButton>
      ) : (
        <CommandButton
          size="small"
          method="DELETE"
          path={`${path}/suspension`}
          onDone={() => router.reload()}
        >
          恢复
        </CommandButton>
      )}
    </div>
  )
}
