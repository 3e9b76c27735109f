import { Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { CommandButton } from '../command_button'
import { CommandForm } from '../command_form'
import { DataTable } from '../data_table'
import { AVOIDANCE_KINDS, type AvoidanceRow, type MeetingPage } from './types'

/** 回避: who steps back from whom; the office enters what it finds out (R34). */
export function AvoidancesTab({ avoidances, members, people, meeting }: MeetingPage) {
  const [adding, add] = useState(false)
  if (!avoidances) return null
  const open = meeting.status === 'preparing' || meeting.status === 'in_session'
  return (
    <>
      <p className="muted">
        专家在评审页面主动申请，或由评委会办公室登记。回避后该专家看不到这位参评人员，也不参加其评审和投票。
      </p>
      <DataTable<AvoidanceRow>
        name="meeting-avoidances"
        rowKey="id"
        paged={avoidances}
        keep={{ tab: 'avoidances' }}
        empty={{ title: '没有回避记录' }}
        tools={
          open && (
            <Button type="primary" onClick={() => add(true)}>
              登记回避
            </Button>
          )
        }
        columns={[
          { key: 'member', title: '专家', dataIndex: 'member' },
          { key: 'applicant', title: '参评人员', dataIndex: 'applicant' },
          {
            key: 'kind',
            title: '情形',
            render: (_, row) =>
              AVOIDANCE_KINDS.find(({ value }) => value === row.kind)?.label ?? '其他',
          },
          { key: 'reason', title: '说明', dataIndex: 'reason' },
          { key: 'by', title: '登记人', render: (_, row) => row.by ?? '—' },
          { key: 'at', title: '时间', className: 'num', dataIndex: 'at' },
          {
            key: 'act',
            title: '操作',
            acts: true,
            render: (_, row) =>
              open && (
                <CommandButton
                  size="small"
                  method="DELETE"
                  path={`/meetings/${meeting.id}/avoidances/${row.id}`}
                  confirm={{ title: `撤销${row.member}对${row.applicant}的回避？` }}
                >
                  撤销
                </CommandButton>
              ),
          },
        ]}
      />
      <Modal
        open={adding}
        title="登记回避"
        footer={null}
        destroyOnHidden
        onCancel={() => add(false)}
      >
        <CommandForm
          path={`/meetings/${meeting.id}/avoidances`}
          submit="登记"
          onDone={() => add(false)}
        >
          <Form.Item
            name="memberId"
            label="专家"
            rules={[{ required: true, message: '请选择专家' }]}
          >
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              options={members.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Form.Item>
          <Form.Item
            name="caseId"
            label="参评人员"
            rules={[{ required: true, message: '请选择参评人员' }]}
          >
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              options={people.map(({ id, number, name, unit }) => ({
                value: id,
                label: `${number} ${name}（${unit}）`,
              }))}
            />
          </Form.Item>
          <AvoidanceFields />
        </CommandForm>
      </Modal>
    </>
  )
}

/** Kind and explanation of an avoidance, for the office and for the expert himself. */
export function AvoidanceFields() {
  return (
    <>
      <Form.Item
        name="kind"
        label="回避情形"
        rules={[{ required: true, message: '请选择回避情形' }]}
      >
        <Select options={AVOIDANCE_KINDS} />
      </Form.Item>
      <Form.Item name="reason" label="说明" rules={[{ required: true, message: '请填写说明' }]}>
        <Input.TextArea rows={3} maxLength={300} showCount />
      </Form.Item>
    </>
  )
}
