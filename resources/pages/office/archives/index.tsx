import { Button, Form, Input, Select } from 'antd'
import { CommandForm } from '~/ui/command_form'
import { DataTable, type Paged } from '~/ui/data_table'
import { PageHead } from '~/ui/page_head'
import { useUrl } from '~/ui/site'

type Archive = {
  id: number
  scope: 'meeting' | 'case'
  label: string
  isMade: boolean
  files: number
  digest: string | null
  at: string
}
type Props = { meetings: { value: string; label: string }[]; archives: Paged<Archive> }

export default function Archives({ meetings, archives }: Props) {
  const url = useUrl()
  return (
    <>
      <PageHead
        title="归档打包"
        hint="会议纪要、申报材料、流转日志、证书和评审表装入一个 ZIP，附清单和每个文件的 SHA-256 摘要。"
      />
      <div className="two-cards">
        <div className="card">
          <h2>按评审会议</h2>
          <CommandForm
            path="/archives"
            submit="打包整个会议"
            body={({ meetingId }) => ({ scope: 'meeting', meetingId: Number(meetingId) })}
          >
            <Form.Item
              name="meetingId"
              label="评审会议"
              rules={[{ required: true, message: '请选择评审会议' }]}
            >
              <Select
                options={meetings}
                placeholder="选择会议"
                notFoundContent="上报结果后的会议会出现在这里"
              />
            </Form.Item>
          </CommandForm>
        </div>
        <div className="card">
          <h2>按单份申报</h2>
          <CommandForm
            path="/archives"
            submit="打包这份申报"
            body={({ code }) => ({ scope: 'case', code })}
          >
            <Form.Item
              name="code"
              label="申报编号"
              rules={[{ required: true, message: '请填写申报编号' }]}
            >
              <Input maxLength={24} placeholder="见申报表和评审结果" />
            </Form.Item>
          </CommandForm>
        </div>
      </div>
      <div className="card">
        <DataTable<Archive>
          name="archives"
          rowKey="id"
          paged={archives}
          empty={{ title: '还没有归档包', hint: '在上面选择会议或填写申报编号后打包。' }}
          columns={[
            { key: 'label', title: '内容', dataIndex: 'label' },
            {
              key: 'scope',
              title: '范围',
              render: (_, row) => (row.scope === 'meeting' ? '评审会议' : '单份申报'),
            },
            { key: 'files', title: '文件数', className: 'num', dataIndex: 'files' },
            {
              key: 'digest',
              title: '归档包摘要（SHA-256）',
              className: 'num digest',
              render: (_, row) => row.digest ?? '—',
            },
            { key: 'at', title: '时间', className: 'num', dataIndex: 'at' },
            {
              key: 'act',
              title: '操作',
              acts: true,
              render: (_, row) =>
                row.isMade ? (
                  <Button size="small" type="link" href={url(`/archives/${row.id}/file?download`)}>
                    下载
                  </Button>
                ) : (
                  <span className="muted">打包中</span>
                ),
            },
          ]}
        />
      </div>
    </>
  )
}
