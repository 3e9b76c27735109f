import { MEETING_STATUS } from '#evaluations/words'
import { router } from '@inertiajs/react'
import { Button, Form, Modal, Select, Tabs } from 'antd'
import { useState } from 'react'
import { CommandForm } from '~/ui/command_form'
import { DataTable, type Paged } from '~/ui/data_table'
import { Link } from '~/ui/link'
import { MeetingFields, MeetingName, meetingBody } from '~/ui/meeting/fields'
import { PageHead } from '~/ui/page_head'
import { must } from '~/ui/must'
import { useUrl } from '~/ui/site'

type Row = {
  id: number
  name: string
  committee: string
  status: string
  startsOn: string
  endsOn: string
  place: string
}
type Props = {
  tab: string
  committees: { id: number; name: string }[]
  batches: { id: number; name: string }[]
  modes: { value: string; label: string }[]
  flows: string[]
  filters: Record<string, string | undefined>
  meetings: Paged<Row>
}

/** What there is only one of needs no choosing. */
const only = (items: { id: number }[]) => (items.length === 1 ? items[0].id : undefined)

const FLOWS: Record<string, string> = { online: '线上评审', offline: '线下评审' }

export default function Meetings(props: Props) {
  const { tab, committees, batches, modes, flows, filters, meetings } = props
  const [adding, add] = useState(false)
  const url = useUrl()
  const past = tab === 'history'
  const list = (items: { id: number; name: string }[]) =>
    items.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <PageHead
        title="评审会议"
        hint="建立会议、分组、安排评委和参评材料，开始后由专家按评审模式逐环节办理。"
        actions={
          <Button type="primary" onClick={() => add(true)}>
            新增
          </Button>
        }
      />
      <div className="card">
        <Tabs
          activeKey={tab}
          onChange={(key) => router.visit(url(`/meetings?tab=${key}`))}
          items={[
            { key: 'active', label: '活跃评审会议' },
            { key: 'history', label: '历史评审会议' },
          ]}
        />
        <DataTable<Row>
          name="meetings"
          rowKey="id"
          paged={meetings}
          values={filters}
          keep={{ tab }}
          filters={[
            { name: 'q', label: '会议名称' },
            {
              name: 'committee',
              label: '评委会',
              options: committees.map(({ id, name }) => ({ value: String(id), label: name })),
            },
            ...(past
              ? []
              : [
                  {
                    name: 'status',
                    label: '状态',
                    options: [
                      ...Object.entries(MEETING_STATUS)
                        .filter(([value]) => value !== 'closed')
                        .map(([value, label]) => ({ value, label })),
                      { value: 'asked_undo', label: '回退待第二人确认' },
                    ],
                  },
                ]),
          ]}
          empty={
            past
              ? { title: '没有历史评审会议', hint: '已关闭的评审会议会显示在这里。' }
              : { title: '还没有评审会议', hint: '有资格审核通过的申报后，点击“新增”建立会议。' }
          }
          columns={[
            {
              key: 'name',
              title: '会议名称',
              render: (_, row) => <Link href={`/meetings/${row.id}`}>{row.name}</Link>,
            },
            { key: 'committee', title: '评委会', dataIndex: 'committee' },
            { key: 'startsOn', title: '开始时间', className: 'num', dataIndex: 'startsOn' },
            { key: 'endsOn', title: '结束时间', className: 'num', dataIndex: 'endsOn' },
            { key: 'place', title: '评审地址', dataIndex: 'place' },
            { key: 'status', title: '状态', render: (_, row) => MEETING_STATUS[row.status] },
            {
              key: 'act',
              title: '操作',
              acts: true,
              render: (_, row) => (
                <div style={{ display: 'flex', gap: 12, alignItems: 'center' }}>
                  <Link href={`/meetings/${row.id}`}>查看详细</Link>
                  {row.status !== 'preparing' && (
                    <Link href={`/meetings/${row.id}/results`}>评审结果</Link>
                  )}
                </div>
              ),
            },
          ]}
        />
      </div>
      <Modal
        open={adding}
        title="新增评审会议"
        width="min(760px, 94vw)"
        footer={null}
        maskClosable={false}
        destroyOnHidden
        onCancel={() => add(false)}
      >
        <CommandForm
          path="/meetings"
          submit="确认"
          layout="grid"
          body={meetingBody}
          initial={{
            committeeId: only(committees),
            batchId: only(batches),
            reviewMode: modes.length === 1 ? modes[0].value : undefined,
          }}
        >
          <MeetingName />
          <Form.Item name="committeeId" label="评委会" rules={must('评委会', '选择')}>
            <Select options={list(committees)} />
          </Form.Item>
          {committees.length > 1 && (
            <Form.Item
              name="jointIds"
              label="联合评审的评委会"
              extra="出席和通过的人数按各评委会人数之和计算"
            >
              <Select
                mode="multiple"
                allowClear
                placeholder="没有可以不选"
                options={list(committees)}
              />
            </Form.Item>
          )}
          <Form.Item name="batchId" label="申报批次" rules={must('申报批次', '选择')}>
            <Select options={list(batches)} />
          </Form.Item>
          <Form.Item name="reviewMode" label="评审模式" rules={must('评审模式', '选择')}>
            <Select options={modes} />
          </Form.Item>
          {flows.length > 1 && (
            <Form.Item name="flow" label="评审流程" rules={must('评审流程', '选择')}>
              <Select options={flows.map((flow) => ({ value: flow, label: FLOWS[flow] }))} />
            </Form.Item>
          )}
          <MeetingFields />
        </CommandForm>
      </Modal>
    </>
  )
}
