import { router } from '@inertiajs/react'
import { Button, Form, Input, Modal, Select, Tabs, Tag } from 'antd'
import { useState } from 'react'
import { CommandForm } from '~/ui/command_form'
import { DataTable, type Paged } from '~/ui/data_table'
import { LEVELS } from '~/ui/levels'
import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'
import { DOCUMENT_STATUS } from '~/ui/results/documents'
import { useUrl } from '~/ui/site'
import { must } from '~/ui/must'

type Row = {
  id: number
  number: string
  title: string
  level: string
  organization: string
  status: string
  examiner: string | null
  people: number
  at: string
}
type Props = {
  tab: string
  filters: Record<string, string>
  documents: Paged<Row>
}

const EMPTY: Record<string, [string, string]> = {
  own: ['还没有职称文件', '证书编号生成后，点击“创建发文文件”。'],
  examine: ['没有待审查的职称文件', '下级机构上报后会出现在这里。'],
  examined: ['没有记录', '您审查过的职称文件会出现在这里。'],
}

export default function Documents({ tab, filters, documents }: Props) {
  const [adding, add] = useState(false)
  const url = useUrl()
  return (
    <>
      <PageHead
        title={tab === 'own' ? '职称文件管理' : '职称文件审查'}
        hint={
          tab === 'own'
            ? '创建发文文件，录入人员，确定发文后连同红头文件首页上报，按规定逐级审查。'
            : '下级机构上报的职称文件，审查通过后方可生成证书。'
        }
        actions={
          tab === 'own' && (
            <Button type="primary" onClick={() => add(true)}>
              创建发文文件
            </Button>
          )
        }
      />
      <div className="card">
        {tab !== 'own' && (
          <Tabs
            activeKey={tab}
            onChange={(key) => router.visit(url(`/documents/examination?tab=${key}`))}
            items={[
              { key: 'examine', label: '待审查' },
              { key: 'examined', label: '已审查' },
            ]}
          />
        )}
        <DataTable<Row>
          key={tab}
          name={`documents_${tab}`}
          rowKey="id"
          paged={documents}
          keep={tab === 'own' ? {} : { tab }}
          values={filters}
          filters={[
            { name: 'number', label: '文件编号' },
            { name: 'title', label: '标题' },
            { name: 'level', label: '级别', options: LEVELS },
            ...(tab === 'examine'
              ? []
              : [
                  {
                    name: 'status',
                    label: '状态',
                    options: Object.entries(DOCUMENT_STATUS).map(([value, [label]]) => ({
                      value,
                      label,
                    })),
                  },
                ]),
          ]}
          empty={{ title: EMPTY[tab][0], hint: EMPTY[tab][1] }}
          columns={[
            {
              key: 'number',
              title: '文件编号',
              render: (_, row) => <Link href={`/documents/${row.id}`}>{row.number}</Link>,
            },
            { key: 'title', title: '标题', dataIndex: 'title' },
            { key: 'level', title: '级别', dataIndex: 'level' },
            ...(tab === 'own'
              ? []
              : [{ key: 'organization', title: '发文机构', dataIndex: 'organization' }]),
            { key: 'people', title: '人数', align: 'right', className: 'num', dataIndex: 'people' },
            { key: 'at', title: '创建时间', className: 'num', dataIndex: 'at' },
            { key: 'examiner', title: '审查机构', render: (_, row) => row.examiner ?? '—' },
            {
              key: 'status',
              title: '状态',
              render: (_, row) => (
                <Tag color={DOCUMENT_STATUS[row.status][1]} variant="filled">
                  {DOCUMENT_STATUS[row.status][0]}
                </Tag>
              ),
            },
            {
              key: 'act',
              title: '操作',
              acts: true,
              render: (_, row) => (
                <Link href={`/documents/${row.id}`}>{tab === 'examine' ? '审查' : '查看'}</Link>
              ),
            },
          ]}
        />
      </div>
      <Modal
        open={adding}
        title="创建发文文件"
        footer={null}
        maskClosable={false}
        destroyOnHidden
        onCancel={() => add(false)}
      >
        <CommandForm path="/documents" submit="保存">
          <Form.Item name="number" label="文件编号" rules={must('文件编号')}>
            <Input maxLength={60} placeholder="与红头文件的文号一致" />
          </Form.Item>
          <Form.Item name="title" label="标题" rules={must('标题')}>
            <Input maxLength={200} showCount />
          </Form.Item>
          <Form.Item name="level" label="级别" rules={must('级别')}>
            <Select options={LEVELS} />
          </Form.Item>
        </CommandForm>
      </Modal>
    </>
  )
}
