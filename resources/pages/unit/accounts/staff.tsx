import { Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { AccountTable, type AccountRow } from '~/ui/account_table'
import { CommandForm } from '~/ui/command_form'
import type { Paged } from '~/ui/data_table'
import { PageHead } from '~/ui/page_head'
import { Slips, type Slip } from '~/ui/slips'

type Props = {
  accounts: Paged<AccountRow>
  filters: Record<string, string>
  roles: { value: string; label: string }[]
}

export default function Staff({ accounts, filters, roles }: Props) {
  const [adding, add] = useState(false)
  const [slips, setSlips] = useState<Slip[]>([])
  return (
    <>
      <PageHead
        title="工作人员账号"
        hint="本机构审核申报的经办人、领导等账号。"
        actions={
          <Button type="primary" onClick={() => add(true)}>
            新增
          </Button>
        }
      />
      <div className="card">
        <AccountTable
          name="staff"
          kind="staff"
          accounts={accounts}
          filters={filters}
          onSlips={setSlips}
          empty={{ title: '还没有工作人员账号', hint: '点击“新增”开设经办人和领导账号。' }}
          columns={[{ key: 'roles', title: '岗位', render: (_, row) => row.roles.join('、') }]}
        />
      </div>
      <Modal
        open={adding}
        title="新增工作人员"
        footer={null}
        maskClosable={false}
        destroyOnHidden
        onCancel={() => add(false)}
      >
        <CommandForm<{ slips: Slip[] }>
          path="/accounts/staff"
          submit="保存"
          reload={['accounts']}
          onDone={(done) => {
            add(false)
            setSlips(done.data!.slips)
          }}
        >
          <Form.Item name="name" label="姓名" rules={[{ required: true, message: '请填写姓名' }]}>
            <Input maxLength={40} />
          </Form.Item>
          <Form.Item
            name="login"
            label="登录名"
            rules={[{ required: true, message: '请填写登录名' }]}
          >
            <Input maxLength={64} />
          </Form.Item>
          <Form.Item name="role" label="岗位" rules={[{ required: true, message: '请选择岗位' }]}>
            <Select options={roles} />
          </Form.Item>
        </CommandForm>
      </Modal>
      <Slips slips={slips} onClose={() => setSlips([])} />
    </>
  )
}
