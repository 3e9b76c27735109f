import { Form, InputNumber, Modal, Button, Tag } from 'antd'
import { useState } from 'react'
import type { GrantCard } from '#platform/support/grants'
import { CommandButton } from '~/ui/command_button'
import { CommandForm } from '~/ui/command_form'
import { DataTable, type Paged } from '~/ui/data_table'
import { Empty } from '~/ui/empty'
import { GRANT_STATES } from '~/ui/operator/case_look'
import { PageHead } from '~/ui/page_head'
import { useUrl } from '~/ui/site'

type Props = {
  grants: Paged<GrantCard>
  mayExport: boolean
  exports: { id: number; name: string; megabytes: number }[]
}

/** What the province allows to those who run the instance, and its own data to take along. */
export default function Support({ grants, mayExport, exports }: Props) {
  const url = useUrl()
  const [answered, answer] = useState<GrantCard | null>(null)
  return (
    <>
      <PageHead
        title="运维授权与数据导出"
        hint="运维人员没有您的授权不能查看本省业务数据；授权有时限，可随时收回，双方都有记录。"
      />
      <section className="card">
        <h2>运维人员的申请</h2>
        <DataTable<GrantCard>
          name="support-grants"
          rowKey="id"
          paged={grants}
          empty={{ title: '没有运维人员提出过申请', hint: '有申请时在这里答复。' }}
          columns={[
            { key: 'operator', title: '运维人员', dataIndex: 'operator' },
            { key: 'reason', title: '事由', dataIndex: 'reason', width: 320 },
            { key: 'asked', title: '申请时间', className: 'num', dataIndex: 'askedAt' },
            {
              key: 'status',
              title: '状态',
              render: (_, row) => (
                <Tag color={row.status === 'granted' ? 'warning' : 'default'}>
                  {GRANT_STATES[row.status]}
                </Tag>
              ),
            },
            {
              key: 'ends',
              title: '授权到',
              className: 'num',
              render: (_, row) => row.endsAt ?? '—',
            },
            {
              key: 'act',
              title: '操作',
              acts: true,
              render: (_, row) =>
                row.status === 'asked' ? (
                  <div className="actions">
                    <Button size="small" type="primary" onClick={() => answer(row)}>
                      授权
                    </Button>
                    <CommandButton
                      size="small"
                      path={`/support/${row.id}/answer`}
                      body={{ grant: false }}
                    >
                      不同意
                    </CommandButton>
                  </div>
                ) : row.status === 'granted' ? (
                  <CommandButton size="small" danger path={`/support/${row.id}/withdrawal`}>
                    收回
                  </CommandButton>
                ) : (
                  '—'
                ),
            },
          ]}
        />
      </section>
      {mayExport && (
        <section className="card">
          <h2>导出全省数据</h2>
          <p className="muted">
            全部表、附件和证书打包为一个文件，人员证件号码以明文写入，请妥善保管。只有导出的管理员本人可以下载。
          </p>
          <CommandButton
            path="/support/export"
            confirm={{
              title: '导出全省数据？',
              content: '数据量大时需要较长时间，完成后在任务页面下载。这次导出记入审计日志。',
            }}
          >
            开始导出
          </CommandButton>
          {exports.length === 0 ? (
            <Empty title="还没有导出过" />
          ) : (
            <ul className="plain-list" style={{ marginTop: 12 }}>
              {exports.map(({ id, name, megabytes }) => (
                <li key={id}>
                  <a href={url(`/files/${id}?download`)}>{name}</a>{' '}
                  <span className="muted">{megabytes} MB</span>
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
      <Modal
        open={answered !== null}
        title={`授权${answered?.operator ?? ''}查看数据`}
        footer={null}
        destroyOnHidden
        onCancel={() => answer(null)}
      >
        <p className="muted">事由：{answered?.reason}</p>
        <CommandForm
          path={`/support/${answered?.id}/answer`}
          submit="授权"
          initial={{ hours: 4 }}
          body={(values) => ({ ...values, grant: true })}
          onDone={() => answer(null)}
          extra={<Button onClick={() => answer(null)}>取消</Button>}
        >
          <Form.Item name="hours" label="授权时长" extra="到时自动结束，可随时收回。">
            <InputNumber min={1} max={72} precision={0} suffix="小时" style={{ width: 160 }} />
          </Form.Item>
        </CommandForm>
      </Modal>
    </>
  )
}
