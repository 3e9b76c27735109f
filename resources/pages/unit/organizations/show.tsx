import { Breadcrumb, Button, Form, Input, Modal, Tag } from 'antd'
import { useState } from 'react'
import { CommandButton } from '~/ui/command_button'
import { CommandForm } from '~/ui/command_form'
import { Link } from '~/ui/link'
import { OrganizationFields, withoutBlanks } from '~/ui/organization_fields'
import { PageHead } from '~/ui/page_head'
import { Slips, type Slip } from '~/ui/slips'
import { ACCOUNT_STATUS } from '~/ui/account_table'
import { WholeTable } from '~/ui/whole_table'

type Administrator = { id: number; name: string; login: string; status: string }
type Props = {
  organization: {
    id: number
    code: string
    name: string
    printedName: string
    kind: string
    regionCode: string | null
    region: string | null
    creditCode: string | null
    status: string
    attributes: Record<string, string>
  }
  path: { id: number; name: string }[]
  /** one's own body is changed by its superior */
  isOwn: boolean
  administrators: Administrator[]
}

export default function OrganizationPage({ organization, path, isOwn, administrators }: Props) {
  const [slips, setSlips] = useState<Slip[]>([])
  const [open, setOpen] = useState<'edit' | 'cancel' | null>(null)
  const { attributes } = organization
  const may = !isOwn && organization.status === 'active'
  const rights = [
    attributes.createsCommittees && '评委会创建权',
    attributes.formsCommittees && '评委会组建权',
  ].filter(Boolean)
  const facts: [string, string | null | undefined][] = [
    ['机构代码', organization.code],
    ['机构单位类别', organization.kind],
    ['所属区域', organization.region],
    ['机构单位性质', attributes.nature],
    ['用人单位经济类型', attributes.economy],
    ['所属行业', attributes.industry],
    ['统一社会信用代码', organization.creditCode],
    ['组织机构代码', attributes.organizationCode],
    ['联系人', attributes.contact],
    ['联系电话', attributes.phone],
    ['传真', attributes.fax],
    ['电子邮箱', attributes.email],
    ['邮政编码', attributes.postcode],
    ['通讯地址', attributes.address],
    ['分管人', attributes.overseer],
    ['机构属性', rights.join('、')],
    ['证书显示名称', organization.printedName],
  ]
  return (
    <>
      <PageHead
        title={organization.name}
        hint={
          <Breadcrumb
            items={path.map(({ id, name }) => ({
              key: id,
              title: <Link href={`/organizations?at=${id}`}>{name}</Link>,
            }))}
          />
        }
        actions={
          may && (
            <>
              <Button onClick={() => setOpen('edit')}>修改</Button>
              <Button danger onClick={() => setOpen('cancel')}>
                注销
              </Button>
            </>
          )
        }
      />
      <div className="card">
        <h2>机构信息 {organization.status === 'cancelled' && <Tag color="default">已注销</Tag>}</h2>
        <dl className="facts">
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value || '—'}</dd>
            </div>
          ))}
        </dl>
      </div>
      <div className="card">
        <h2>管理员账号</h2>
        <WholeTable<Administrator>
          name="administrators"
          rowKey="id"
          rows={administrators}
          columns={[
            { key: 'name', title: '姓名', dataIndex: 'name' },
            { key: 'login', title: '登录名', dataIndex: 'login', className: 'num' },
            {
              key: 'status',
              title: '状态',
              render: (_, row) => (
                <Tag color={ACCOUNT_STATUS[row.status][1]}>{ACCOUNT_STATUS[row.status][0]}</Tag>
              ),
            },
            {
              key: 'act',
              title: '操作',
              acts: true,
              render: (_, row) =>
                may && (
                  <CommandButton
                    type="link"
                    size="small"
                    path={`/organizations/${organization.id}/administrators/${row.id}/reset`}
                    confirm={{
                      title: `重置 ${row.name} 的密码？`,
                      content: '原密码和登录立即失效，需用新的激活码重新激活。',
                    }}
                    onDone={(done) => setSlips((done.data as { slips: Slip[] }).slips)}
                  >
                    重置密码
                  </CommandButton>
                ),
            },
          ]}
        />
      </div>
      <Modal
        open={open === 'edit'}
        title="修改机构信息"
        width="min(900px, 94vw)"
        footer={null}
        maskClosable={false}
        destroyOnHidden
        onCancel={() => setOpen(null)}
      >
        <CommandForm
          path={`/organizations/${organization.id}`}
          method="PUT"
          submit="保存"
          layout="grid"
          initial={{ ...attributes, ...organization }}
          body={withoutBlanks}
          onDone={() => setOpen(null)}
        >
          <OrganizationFields />
        </CommandForm>
      </Modal>
      <Modal
        open={open === 'cancel'}
        title={`注销${organization.name}`}
        footer={null}
        destroyOnHidden
        onCancel={() => setOpen(null)}
      >
        <p>注销后该机构的全部账号立即停用，已有的申报和记录保留。</p>
        <CommandForm
          path={`/organizations/${organization.id}/cancel`}
          submit="注销"
          onDone={() => setOpen(null)}
        >
          <Form.Item
            name="reason"
            label="注销原因"
            rules={[{ required: true, message: '请填写注销原因' }]}
          >
            <Input.TextArea rows={3} maxLength={200} showCount />
          </Form.Item>
        </CommandForm>
      </Modal>
      <Slips slips={slips} onClose={() => setSlips([])} />
    </>
  )
}
