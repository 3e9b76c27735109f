import { Form, InputNumber, Tag } from 'antd'
import type { ProvinceState } from '#platform/queries/province_states'
import type { GrantCard } from '#platform/support/grants'
import type { TaskCard } from '#platform/tasks/define_task'
import type { Backup } from '#tenancy/backups'
import { ButtonLink } from '~/ui/button_link'
import { CommandButton } from '~/ui/command_button'
import { CommandForm } from '~/ui/command_form'
import { Empty } from '~/ui/empty'
import { Administrators, type AdministratorCount } from '~/ui/operator/administrators'
import { CaseLook } from '~/ui/operator/case_look'
import { Deletion } from '~/ui/operator/deletion'
import { NamedButton } from '~/ui/operator/named_button'
import { TaskState } from '~/ui/operator/task_state'
import { PageHead } from '~/ui/page_head'
import { sizeOf } from '~/ui/size_of'
import { WholeTable } from '~/ui/whole_table'

type Props = {
  province: ProvinceState
  quotaMb: number | null
  administrators: AdministratorCount[]
  backups: Backup[]
  tasks: TaskCard[]
  grants: GrantCard[]
  deletion: { reason: string; by: string; isOwn: boolean } | null
}

/** One province, for who runs the instance. */
export default function Province(props: Props) {
  const { province, quotaMb, backups, tasks, grants, deletion } = props
  const path = `/operator/provinces/${province.slug}`
  const isClosed = province.status === 'suspended'
  return (
    <>
      <PageHead
        title={province.name}
        hint={[province.slug, ...province.hosts].join('、')}
        actions={
          <>
            <ButtonLink href="/operator">返回租户</ButtonLink>
            <CommandButton type="primary" path={`${path}/backup`}>
              立即备份并检查
            </CommandButton>
          </>
        }
      />
      <section className="card">
        <h2>三员</h2>
        <Administrators path={path} counts={props.administrators} />
      </section>
      <section className="card">
        <h2>存储</h2>
        <p className="muted">
          已用 {sizeOf(province.storedBytes)}
          {quotaMb ? `，配额 ${sizeOf(quotaMb * 1024 * 1024)}` : '，没有配额'}
          。达到配额后不能再上传，系统生成的证书仍会保存。
        </p>
        <CommandForm
          path={`${path}/quota`}
          submit="保存配额"
          initial={{ megabytes: quotaMb }}
          body={({ megabytes }) => ({ megabytes: megabytes ?? null })}
        >
          <Form.Item name="megabytes" label="存储配额（留空为不限）">
            <InputNumber min={1} precision={0} suffix="MB" style={{ width: 220 }} />
          </Form.Item>
        </CommandForm>
      </section>
      <section className="card">
        <h2>备份与恢复</h2>
        <p className="muted">
          每个备份都会恢复到临时副本逐项检查：各表行数、文件摘要、业务约束、审计日志、加密字段。
          {!isClosed && '恢复数据前须先停用租户。'}
        </p>
        {backups.length === 0 ? (
          <Empty title="还没有备份">点击右上角“立即备份并检查”。</Empty>
        ) : (
          <WholeTable<Backup>
            name="backups"
            rowKey="file"
            rows={backups}
            columns={[
              { key: 'at', title: '时间', dataIndex: 'at', className: 'num' },
              { key: 'file', title: '文件', dataIndex: 'file' },
              {
                key: 'bytes',
                title: '大小',
                align: 'right',
                render: (_, row) => sizeOf(row.bytes),
              },
              {
                key: 'act',
                title: '操作',
                acts: true,
                render: (_, row) => (
                  <div className="actions">
                    <CommandButton size="small" path={`${path}/proof`} body={{ file: row.file }}>
                      检查
                    </CommandButton>
                    <NamedButton
                      disabled={!isClosed}
                      path={`${path}/restoration`}
                      slug={province.slug}
                      body={{ file: row.file }}
                      title={`恢复到 ${row.at} 的备份？`}
                      hint="现有数据库和文件会被替换；替换前自动再备份一次，检查不通过则不恢复。"
                    >
                      恢复
                    </NamedButton>
                  </div>
                ),
              },
            ]}
          />
        )}
        {tasks.length > 0 && (
          <>
            <h3 style={{ margin: '20px 0 8px' }}>最近的任务</h3>
            <ul className="plain-list">
              {tasks.slice(0, 5).map((task) => (
                <li key={task.id}>
                  <b>{task.label}</b> <span className="muted num">{task.createdAt}</span>
                  <TaskState task={task} />
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      <section className="card">
        <h2>查看业务数据</h2>
        <CaseLook path={path} grants={grants} />
      </section>
      <section className="card">
        <h2>删除租户 {isClosed && <Tag>已停用</Tag>}</h2>
        <Deletion path={path} slug={province.slug} isClosed={isClosed} deletion={deletion} />
      </section>
    </>
  )
}
