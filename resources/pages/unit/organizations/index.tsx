import { Breadcrumb, Button, Form, Modal, Select, Tag } from 'antd'
import { useState } from 'react'
import { CommandForm } from '~/ui/command_form'
import { DataTable, type Paged } from '~/ui/data_table'
import { Link } from '~/ui/link'
import { OrganizationFields, TextField, withoutBlanks } from '~/ui/organization_fields'
import { OrganizationTree, type TreeNode } from '~/ui/organization_tree'
import { PageHead } from '~/ui/page_head'
import { Slips, type Slip } from '~/ui/slips'
import { useUrl } from '~/ui/site'

type Row = {
  id: number
  code: string
  name: string
  kind: string
  contact: string | null
  region: string | null
  overseer: string | null
  status: string
}
type Props = {
  /** the body whose lower ones are listed */
  at: { id: number; name: string } | null
  path: { id: number; name: string }[]
  top: TreeNode[]
  filters: Record<string, string>
  kinds: { value: string; label: string }[]
  creates: string[]
  codeLength: number
  organizations: Paged<Row>
}

export default function Organizations(props: Props) {
  const { at, path, filters, kinds, creates, organizations } = props
  const [adding, add] = useState(false)
  const [slips, setSlips] = useState<Slip[]>([])
  const url = useUrl()
  const labels = new Map(kinds.map(({ value, label }) => [value, label]))
  const query = new URLSearchParams({ ...filters, ...(at && { at: String(at.id) }) })
  return (
    <>
      <PageHead
        title="次级机构管理"
        hint={at ? `${at.name}的下级机构；查询时包括各级下级。` : '全部机构'}
        actions={
          creates.length > 0 && (
            <Button type="primary" onClick={() => add(true)}>
              新增
            </Button>
          )
        }
      />
      <div className="tree-and-list">
        <aside className="card no-print">
          <OrganizationTree top={props.top} at={at?.id ?? null} />
        </aside>
        <div className="card">
          {path.length > 1 && (
            <Breadcrumb
              style={{ marginBottom: 14 }}
              items={path.map(({ id, name }) => ({
                key: id,
                title: id === at?.id ? name : <Link href={`/organizations?at=${id}`}>{name}</Link>,
              }))}
            />
          )}
          <DataTable<Row>
            exportPath={null}
            name="organizations"
            rowKey="id"
            paged={organizations}
            values={filters}
            keep={at ? { at: String(at.id) } : {}}
            filters={[
              { name: 'name', label: '机构名称' },
              { name: 'kind', label: '机构单位类别', options: kinds },
              { name: 'contact', label: '机构联系人' },
              { name: 'regionCode', label: '所属区域' },
              { name: 'overseer', label: '机构分管人' },
            ]}
            tools={<Button href={url(`/organizations/export?${query}`)}>导出查询结果</Button>}
            empty={{
              title: '还没有下级机构',
              hint: '点击右上角“新增”建立，并把激活码交给其管理员。',
            }}
            columns={[
              { key: 'code', title: '机构代码', className: 'num', dataIndex: 'code' },
              {
                key: 'name',
                title: '机构名称',
                render: (_, row) => (
                  <>
                    <Link href={`/organizations/${row.id}`}>{row.name}</Link>
                    {row.status === 'cancelled' && <Tag style={{ marginLeft: 8 }}>已注销</Tag>}
                  </>
                ),
              },
              { key: 'kind', title: '机构单位类别', render: (_, row) => labels.get(row.kind) },
              { key: 'contact', title: '机构联系人', render: (_, row) => row.contact ?? '—' },
              {
                key: 'region',
                title: '机构所在区域',
                className: 'num',
                render: (_, row) => row.region ?? '—',
              },
              { key: 'overseer', title: '机构分管人', render: (_, row) => row.overseer ?? '—' },
              {
                key: 'act',
                title: '操作',
                acts: true,
                render: (_, row) => (
                  <>
                    <Link href={`/organizations/${row.id}`}>详情</Link>
                    <Link href={`/organizations?at=${row.id}`} style={{ marginLeft: 12 }}>
                      下级
                    </Link>
                  </>
                ),
              },
            ]}
          />
        </div>
      </div>
      <Modal
        open={adding}
        title="新增次级机构"
        width="min(900px, 94vw)"
        footer={null}
        maskClosable={false}
        destroyOnHidden
        onCancel={() => add(false)}
      >
        <CommandForm<{ slips: Slip[] }>
          path="/organizations"
          submit="保存"
          layout="grid"
          reload={['organizations', 'top']}
          initial={{ parentId: at?.id }}
          body={withoutBlanks}
          onDone={(done) => {
            add(false)
            setSlips(done.data!.slips)
          }}
        >
          <TextField name="code" label="机构代码" max={props.codeLength} required />
          {at && (
            <Form.Item name="parentId" label="上级机构" required>
              <Select
                options={path.map(({ id, name }) => ({ value: id, label: name }))}
                disabled={path.length < 2}
              />
            </Form.Item>
          )}
          <Form.Item
            name="kind"
            label="机构单位类别"
            rules={[{ required: true, message: '请选择机构单位类别' }]}
          >
            <Select options={kinds.filter(({ value }) => creates.includes(value))} />
          </Form.Item>
          <OrganizationFields />
          <TextField name="adminLogin" label="管理员登录名" max={64} required />
        </CommandForm>
      </Modal>
      <Slips slips={slips} onClose={() => setSlips([])} />
    </>
  )
}
