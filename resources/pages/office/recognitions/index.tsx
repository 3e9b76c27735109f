import type { RecognitionRow } from '#results/queries/list_recognitions'
import { Button, DatePicker, Form, Input, Modal, Select, Tag } from 'antd'
import type { Dayjs } from 'dayjs'
import { useState } from 'react'
import { CommandForm } from '~/ui/command_form'
import { DataTable, type Paged } from '~/ui/data_table'
import { ExportButton } from '~/ui/export_button'
import { LEVELS } from '~/ui/levels'
import { PageHead } from '~/ui/page_head'
import { ReasonButton } from '~/ui/reason_button'
import { must } from '~/ui/must'

type Props = { label: string; filters: Record<string, string>; recognitions: Paged<RecognitionRow> }

export default function Recognitions({ label, filters, recognitions }: Props) {
  const [adding, add] = useState(false)
  const text = (name: string, title: string, max: number, required = true) => (
    <Form.Item name={name} label={title} rules={required ? must(title) : undefined}>
      <Input maxLength={max} />
    </Form.Item>
  )
  const plain = (key: keyof RecognitionRow, title: string, num = false) => ({
    key,
    title,
    className: num ? 'num' : undefined,
    render: (_: unknown, row: RecognitionRow) => row[key] ?? '—',
  })
  return (
    <>
      <PageHead
        title={label}
        hint="注册类职业资格证书考核认定工程师通过人员，由有权机构录入认定结果。"
        actions={
          <>
            <ExportButton path="/recognitions/export" values={filters} />
            <Button type="primary" onClick={() => add(true)}>
              新增
            </Button>
          </>
        }
      />
      <div className="card">
        <DataTable<RecognitionRow>
          exportPath={null}
          name="recognitions"
          rowKey="id"
          paged={recognitions}
          values={filters}
          filters={[
            { name: 'name', label: '姓名' },
            { name: 'unit', label: '工作单位' },
            { name: 'year', label: '年度' },
            { name: 'level', label: '级别', options: LEVELS },
            { name: 'number', label: '资格证书编号' },
            {
              name: 'status',
              label: '状态',
              options: [
                { value: 'recorded', label: '有效' },
                { value: 'withdrawn', label: '已撤回' },
              ],
            },
          ]}
          empty={{ title: '还没有认定结果', hint: '点击右上角“新增”录入。' }}
          columns={[
            plain('year', '年度', true),
            plain('name', '姓名'),
            plain('idNumber', '身份证号', true),
            plain('unit', '工作单位'),
            plain('qualification', '注册职业资格'),
            plain('qualificationNumber', '资格证书编号', true),
            plain('title', '认定职称'),
            plain('level', '级别'),
            plain('specialty', '专业'),
            plain('recognizedOn', '认定时间', true),
            plain('recordedBy', '录入人'),
            {
              key: 'status',
              title: '状态',
              render: (_, row) =>
                row.status === 'recorded' ? (
                  <Tag color="success" variant="filled">
                    有效
                  </Tag>
                ) : (
                  <Tag title={row.reason ?? ''}>已撤回</Tag>
                ),
            },
            {
              key: 'act',
              title: '操作',
              acts: true,
              render: (_, row) =>
                row.status === 'recorded' ? (
                  <ReasonButton
                    size="small"
                    path={`/recognitions/${row.id}/withdraw`}
                    title={`撤回认定结果：${row.name}`}
                    body={{ version: row.version }}
                  >
                    撤回
                  </ReasonButton>
                ) : (
                  '—'
                ),
            },
          ]}
        />
      </div>
      <Modal
        open={adding}
        title="新增认定结果"
        width="min(860px, 94vw)"
        footer={null}
        maskClosable={false}
        destroyOnHidden
        onCancel={() => add(false)}
      >
        <CommandForm
          path="/recognitions"
          submit="保存"
          layout="grid"
          onDone={() => add(false)}
          body={(values) => ({
            ...values,
            recognizedOn: (values.recognizedOn as Dayjs | undefined)?.format('YYYY-MM-DD'),
          })}
        >
          {text('name', '姓名', 30)}
          {text('idNumber', '身份证号', 18)}
          {text('unitName', '工作单位', 150)}
          {text('qualification', '注册职业资格', 100)}
          {text('qualificationNumber', '资格证书编号', 60)}
          {text('titleName', '认定职称', 60)}
          <Form.Item name="level" label="级别" rules={must('级别', '选择')}>
            <Select options={LEVELS} />
          </Form.Item>
          {text('specialtyName', '专业', 100, false)}
          <Form.Item name="recognizedOn" label="认定时间" rules={must('认定时间', '选择')}>
            <DatePicker style={{ width: '100%' }} />
          </Form.Item>
        </CommandForm>
      </Modal>
    </>
  )
}
