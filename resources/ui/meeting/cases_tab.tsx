import { OUTCOMES } from '#evaluations/words'
import { Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useCommand } from '../command'
import { CommandButton } from '../command_button'
import { CommandForm } from '../command_form'
import { DataTable } from '../data_table'
import type { CaseRow, MeetingPage } from './types'

/** 参评材料: brought in, put into groups, and before the vote taken out again. */
export function CasesTab({ cases, groups, waiting, ungrouped, meeting, filters }: MeetingPage) {
  const [selected, select] = useState<number[]>([])
  const [removing, remove] = useState<CaseRow | null>(null)
  const { run, pending } = useCommand(`/meetings/${meeting.id}/cases/group`, {
    onDone: () => select([]),
  })
  if (!cases) return null
  const preparing = meeting.status === 'preparing'
  const names = new Map(groups.map(({ id, name }) => [id, name]))
  return (
    <>
      <DataTable<CaseRow>
        name="meeting-cases"
        rowKey="id"
        paged={cases}
        keep={{ tab: 'cases' }}
        values={filters}
        filters={[
          { name: 'q', label: '姓名或单位' },
          ...(groups.length > 0
            ? [
                {
                  name: 'group',
                  label: '分组',
                  options: [
                    ...groups.map(({ id, name }) => ({ value: String(id), label: name })),
                    { value: 'none', label: '未分组' },
                  ],
                },
              ]
            : []),
        ]}
        selection={preparing && groups.length > 0 ? { selected, onChange: select } : undefined}
        empty={{
          title: '还没有参评材料',
          hint: '资格审核通过的申报，点击“加入参评材料”进入会议。',
        }}
        tools={
          preparing && (
            <>
              <CommandButton
                path={`/meetings/${meeting.id}/cases`}
                disabled={waiting === 0}
                confirm={{ title: `把 ${waiting} 份资格审核通过的申报加入会议？` }}
              >
                加入参评材料（{waiting} 份待加入）
              </CommandButton>
              {groups.length > 0 && (
                <Select
                  style={{ minWidth: 220 }}
                  placeholder={
                    selected.length
                      ? `把所选 ${selected.length} 份分到`
                      : `把未分组的 ${ungrouped} 份全部分到`
                  }
                  aria-label="分组"
                  loading={pending}
                  value={null}
                  options={groups.map(({ id, name }) => ({ value: id, label: name }))}
                  onChange={(groupId) =>
                    void run({ groupId, ...(selected.length && { caseIds: selected }) })
                  }
                />
              )}
            </>
          )
        }
        columns={[
          { key: 'number', title: '编号', align: 'right', className: 'num', dataIndex: 'number' },
          { key: 'name', title: '姓名', dataIndex: 'name' },
          { key: 'unit', title: '单位', dataIndex: 'unit' },
          { key: 'specialty', title: '申报专业', dataIndex: 'specialty' },
          { key: 'title', title: '申报职称', dataIndex: 'title' },
          {
            key: 'group',
            title: '分组',
            render: (_, row) => (row.groupId ? names.get(row.groupId) : '—'),
          },
          {
            key: 'outcome',
            title: '评审结果',
            render: (_, row) => OUTCOMES[row.outcome ?? ''] ?? '—',
          },
          {
            key: 'act',
            title: '操作',
            acts: true,
            render: (_, row) =>
              preparing || meeting.status === 'in_session' ? (
                <Button type="link" size="small" onClick={() => remove(row)}>
                  移出会议
                </Button>
              ) : (
                '—'
              ),
          },
        ]}
      />
      {removing && (
        <Modal
          open
          title={`把${removing.name}移出会议`}
          footer={null}
          onCancel={() => remove(null)}
        >
          <p className="muted">
            该申报回到“资格审核通过”；资格复核有误的，再由平台管理员在“今年申报材料”中回退资格复核。已有评审内容的，须先在“回退”中由下向上回退。
          </p>
          <CommandForm
            path={`/meetings/${meeting.id}/cases/remove`}
            submit="移出会议"
            body={(values) => ({ ...values, caseId: removing.id })}
            onDone={() => remove(null)}
          >
            <Form.Item
              name="reason"
              label="原因"
              rules={[{ required: true, message: '请填写原因' }]}
            >
              <Input.TextArea rows={3} maxLength={300} showCount />
            </Form.Item>
          </CommandForm>
        </Modal>
      )}
    </>
  )
}
