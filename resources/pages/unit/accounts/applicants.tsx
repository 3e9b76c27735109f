import { Button, Form, Input, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import { AccountTable, type AccountRow } from '~/ui/account_table'
import { CommandForm } from '~/ui/command_form'
import type { Paged } from '~/ui/data_table'
import { ManyApplicants } from '~/ui/many_applicants'
import { PageHead } from '~/ui/page_head'
import { useThisYear } from '~/ui/site'
import { Slips, type Slip } from '~/ui/slips'

type Props = { accounts: Paged<AccountRow>; filters: Record<string, string> }

export default function Applicants({ accounts, filters }: Props) {
  const thisYear = useThisYear()
  const [adding, add] = useState(false)
  const [addingMany, addMany] = useState(false)
  const [slips, setSlips] = useState<Slip[]>([])
  return (
    <>
      <PageHead
        title="申报人账号"
        hint="只能开设本单位人员的账号；同一年度一人一个账号，登录名为身份证号。"
        actions={
          <>
            <Button onClick={() => addMany(true)}>批量新增</Button>
            <Button type="primary" onClick={() => add(true)}>
              新增
            </Button>
          </>
        }
      />
      <div className="card">
        <AccountTable
          name="applicants"
          kind="applicant"
          accounts={accounts}
          filters={filters}
          onSlips={setSlips}
          empty={{ title: '还没有申报人账号', hint: '点击“新增”为本单位人员开设账号。' }}
          columns={[
            { key: 'year', title: '年度', className: 'num', render: (_, row) => row.year ?? '—' },
          ]}
        />
      </div>
      <Modal
        open={adding}
        title="新增申报人"
        footer={null}
        maskClosable={false}
        destroyOnHidden
        onCancel={() => add(false)}
      >
        <CommandForm<{ slips: Slip[] }>
          path="/accounts/applicants"
          submit="保存"
          initial={{ year: thisYear }}
          reload={['accounts']}
          onDone={(done) => {
            add(false)
            setSlips(done.data!.slips)
          }}
        >
          <Form.Item name="name" label="姓名" rules={[{ required: true, message: '请填写姓名' }]}>
            <Input maxLength={30} />
          </Form.Item>
          <Form.Item
            name="idNumber"
            label="身份证号"
            rules={[{ required: true, message: '请填写身份证号' }]}
          >
            <Input maxLength={18} />
          </Form.Item>
          <Form.Item name="phone" label="手机号码">
            <Input maxLength={11} inputMode="tel" />
          </Form.Item>
          <Form.Item name="year" label="年度" rules={[{ required: true, message: '请填写年度' }]}>
            <InputNumber min={2020} max={2100} />
          </Form.Item>
        </CommandForm>
      </Modal>
      <ManyApplicants open={addingMany} onClose={() => addMany(false)} onSlips={setSlips} />
      <Slips slips={slips} onClose={() => setSlips([])} />
    </>
  )
}
