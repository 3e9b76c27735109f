import { Button, DatePicker, Form, Input, InputNumber, Tag } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { CommandButton } from '~/ui/command_button'
import { DataTable, type Paged } from '~/ui/data_table'
import { PageHead } from '~/ui/page_head'
import { EntryModal } from '~/ui/register/entry_modal'
import { must } from '~/ui/must'
import { SearchSelect } from '~/ui/register/search_select'

type Row = {
  id: number
  year: number
  name: string
  opensOn: string
  closesOn: string
  ruleset: number
  committee: string | null
  status: string
  count: number
  mayChange: boolean
}
type Props = {
  filters: Record<string, string>
  today: string
  years: number[]
  ownCommittee: string | null
  batches: Paged<Row>
}

function stateOf(row: Row, today: string): [string, string | undefined] {
  if (row.status === 'closed') return ['已提前截止', undefined]
  if (row.closesOn < today) return ['已截止', undefined]
  return row.opensOn > today ? ['未开始', 'warning'] : ['申报中', 'success']
}

/** Yearly windows in which applications are taken (HU-23). */
export default function Batches({ filters, today, years, ownCommittee, batches }: Props) {
  const [edited, edit] = useState<Row | 'new' | null>(null)
  const known = edited && edited !== 'new' ? edited : null
  const day = (value: unknown) => (dayjs.isDayjs(value) ? value.format('YYYY-MM-DD') : null)
  return (
    <>
      <PageHead
        title="年度批次信息"
        hint={
          ownCommittee
            ? `${ownCommittee}的申报时间；申报人只能在批次开放期间提交。`
            : '申报时间；批次按开放时的规则版本办理到底，以后的规则变化不影响它。'
        }
        actions={
          <Button type="primary" onClick={() => edit('new')}>
            新增
          </Button>
        }
      />
      <div className="card">
        <DataTable<Row>
          name="batches"
          rowKey="id"
          paged={batches}
          values={filters}
          filters={[
            { name: 'name', label: '批次名称' },
            {
              name: 'year',
              label: '年度',
              options: years.map((year) => ({ value: String(year), label: `${year} 年度` })),
            },
            {
              name: 'status',
              label: '状态',
              options: [
                { value: 'open', label: '申报中' },
                { value: 'over', label: '已截止' },
              ],
            },
          ]}
          empty={{
            title: '还没有年度批次',
            hint: '点击右上角“新增”，开放后申报人才能申报。',
          }}
          columns={[
            { key: 'year', title: '年度', className: 'num', dataIndex: 'year' },
            { key: 'name', title: '批次名称', dataIndex: 'name' },
            { key: 'committee', title: '评委会', render: (_, row) => row.committee ?? '全部' },
            {
              key: 'window',
              title: '申报时间',
              className: 'num',
              render: (_, row) => `${row.opensOn} 至 ${row.closesOn}`,
            },
            {
              key: 'ruleset',
              title: '规则版本',
              className: 'num',
              render: (_, row) => `第 ${row.ruleset} 版`,
            },
            { key: 'count', title: '申报数', align: 'right', className: 'num', dataIndex: 'count' },
            {
              key: 'status',
              title: '状态',
              render: (_, row) => {
                const [text, color] = stateOf(row, today)
                return <Tag color={color}>{text}</Tag>
              },
            },
            {
              key: 'act',
              title: '操作',
              acts: true,
              render: (_, row) =>
                row.mayChange && (
                  <>
                    <Button type="link" size="small" onClick={() => edit(row)}>
                      修改
                    </Button>
                    <CommandButton
                      type="link"
                      size="small"
                      danger={row.status === 'open'}
                      path={`/batches/${row.id}/toggle`}
                      confirm={
                        row.status === 'open'
                          ? {
                              title: `提前截止“${row.name}”？`,
                              content: `已有 ${row.count} 份申报。截止后不能再新建和提交申报，已提交的继续办理。`,
                            }
                          : { title: `重新开放“${row.name}”？` }
                      }
                    >
                      {row.status === 'open' ? '提前截止' : '重新开放'}
                    </CommandButton>
                  </>
                ),
            },
          ]}
        />
      </div>
      <EntryModal
        key={known?.id ?? 'new'}
        open={edited !== null}
        title={known ? '修改年度批次' : '新增年度批次'}
        path={known ? `/batches/${known.id}` : '/batches'}
        initial={
          known
            ? {
                name: known.name,
                opensOn: dayjs(known.opensOn),
                closesOn: dayjs(known.closesOn),
              }
            : { year: Number(today.slice(0, 4)) }
        }
        body={(values) => ({
          ...values,
          opensOn: day(values.opensOn),
          closesOn: day(values.closesOn),
        })}
        onClose={() => edit(null)}
      >
        {!known && (
          <Form.Item name="year" label="年度" rules={must('年度')}>
            <InputNumber min={2020} max={2100} precision={0} style={{ width: '100%' }} />
          </Form.Item>
        )}
        <Form.Item name="name" label="批次名称" rules={must('批次名称')}>
          <Input maxLength={100} />
        </Form.Item>
        {!known && !ownCommittee && (
          <Form.Item name="committeeId" label="评委会" extra="不选则全部评委会都受理。">
            <SearchSelect path="/lookup/committees" placeholder="输入评委会关键字" />
          </Form.Item>
        )}
        <Form.Item name="opensOn" label="申报开始日期" rules={must('申报开始日期', '选择')}>
          <DatePicker style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="closesOn" label="申报截止日期" rules={must('申报截止日期', '选择')}>
          <DatePicker style={{ width: '100%' }} />
        </Form.Item>
      </EntryModal>
    </>
  )
}
