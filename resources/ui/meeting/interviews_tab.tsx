import { Button, DatePicker, Form, Input, InputNumber, Modal, Radio, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { CommandForm } from '../command_form'
import { DataTable, type Column } from '../data_table'
import type { CaseRow, MeetingPage } from './types'

const FORMAT = 'YYYY-MM-DD HH:mm'

/** 面试安排: order and room, and the lesson where one is taught. */
export function InterviewsTab({ cases, groups, meeting, filters, columns }: MeetingPage) {
  const [editing, edit] = useState<CaseRow | null>(null)
  const [arranging, arrange] = useState(false)
  if (!cases) return null
  const lessons = columns.includes('lessonTitle')
  const open = meeting.status === 'preparing' || meeting.status === 'in_session'
  const text = (key: 'lessonTitle' | 'chapter' | 'edition', title: string): Column<CaseRow> => ({
    key,
    title,
    render: (_, row) => row[key] ?? '—',
  })
  return (
    <>
      <DataTable<CaseRow>
        name="meeting-interviews"
        rowKey="id"
        paged={cases}
        keep={{ tab: 'interviews' }}
        values={filters}
        filters={[
          { name: 'q', label: '姓名或单位' },
          ...(groups.length > 0
            ? [
                {
                  name: 'group',
                  label: '分组',
                  options: groups.map(({ id, name }) => ({ value: String(id), label: name })),
                },
              ]
            : []),
        ]}
        empty={{ title: '还没有参评材料', hint: '先在“参评材料”中加入，再安排面试顺序和考场。' }}
        tools={
          open && (
            <Button type="primary" onClick={() => arrange(true)}>
              统一安排
            </Button>
          )
        }
        columns={[
          {
            key: 'order',
            title: '面试顺序',
            align: 'right',
            className: 'num',
            render: (_, row) => row.order ?? '—',
          },
          { key: 'room', title: '考场号', render: (_, row) => row.room ?? '—' },
          {
            key: 'at',
            title: '面试时间',
            className: 'num',
            render: (_, row) => row.at ?? '—',
          },
          { key: 'number', title: '编号', align: 'right', className: 'num', dataIndex: 'number' },
          { key: 'name', title: '姓名', dataIndex: 'name' },
          { key: 'specialty', title: '申报专业', dataIndex: 'specialty' },
          ...(lessons
            ? [
                text('lessonTitle', '讲课题目'),
                text('chapter', '章节'),
                text('edition', '教材版本'),
              ]
            : []),
          {
            key: 'act',
            title: '操作',
            acts: true,
            render: (_, row) =>
              open && (
                <Button type="link" size="small" onClick={() => edit(row)}>
                  修改
                </Button>
              ),
          },
        ]}
      />
      {editing && (
        <Modal open title={`${editing.name}的面试安排`} footer={null} onCancel={() => edit(null)}>
          <CommandForm
            path={`/meetings/${meeting.id}/interviews`}
            submit="保存"
            initial={{ ...editing, at: editing.at ? dayjs(editing.at) : null }}
            body={({ room, order, at, lessonTitle, chapter, edition }) => ({
              caseId: editing.id,
              room,
              order,
              at: (at as Dayjs | null)?.format(FORMAT) ?? null,
              ...(lessons && { lessonTitle, chapter, edition }),
            })}
            onDone={() => edit(null)}
          >
            <Form.Item name="order" label="面试顺序">
              <InputNumber min={1} max={9999} precision={0} style={{ width: '100%' }} />
            </Form.Item>
            <Form.Item name="room" label="考场号">
              <Input maxLength={40} />
            </Form.Item>
            <Form.Item name="at" label="面试时间">
              <DatePicker
                showTime={{ format: 'HH:mm' }}
                format={FORMAT}
                style={{ width: '100%' }}
              />
            </Form.Item>
            {lessons && (
              <>
                <Form.Item name="lessonTitle" label="讲课题目">
                  <Input maxLength={120} />
                </Form.Item>
                <Form.Item name="chapter" label="章节">
                  <Input maxLength={120} />
                </Form.Item>
                <Form.Item name="edition" label="教材版本">
                  <Input maxLength={120} />
                </Form.Item>
              </>
            )}
          </CommandForm>
        </Modal>
      )}
      {arranging && (
        <Modal open title="统一安排面试顺序和考场" footer={null} onCancel={() => arrange(false)}>
          <CommandForm
            path={`/meetings/${meeting.id}/interviews/arrange`}
            submit="安排"
            initial={{ minutes: 15, order: 'lot', groupId: groups[0]?.id }}
            body={(values) => ({
              ...values,
              startsAt: (values.startsAt as Dayjs | undefined)?.format(FORMAT),
            })}
            onDone={() => arrange(false)}
          >
            {groups.length > 0 && (
              <Form.Item name="groupId" label="分组">
                <Select options={groups.map(({ id, name }) => ({ value: id, label: name }))} />
              </Form.Item>
            )}
            <Form.Item
              name="room"
              label="考场号"
              rules={[{ required: true, message: '请填写考场号' }]}
            >
              <Input maxLength={40} />
            </Form.Item>
            <Form.Item
              name="startsAt"
              label="第一人开始时间"
              rules={[{ required: true, message: '请选择时间' }]}
            >
              <DatePicker
                showTime={{ format: 'HH:mm' }}
                format={FORMAT}
                style={{ width: '100%' }}
              />
            </Form.Item>
            <Form.Item name="minutes" label="每人时长（分钟）">
              <InputNumber min={1} max={240} precision={0} style={{ width: '100%' }} />
            </Form.Item>
            <Form.Item name="order" label="顺序">
              <Radio.Group
                options={[
                  { value: 'lot', label: '随机抽签' },
                  { value: 'number', label: '按编号' },
                ]}
              />
            </Form.Item>
          </CommandForm>
        </Modal>
      )}
    </>
  )
}
