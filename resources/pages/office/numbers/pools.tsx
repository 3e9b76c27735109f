import { Button, Form, InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import { CommandForm } from '~/ui/command_form'
import { DataTable, type Paged } from '~/ui/data_table'
import { LEVELS } from '~/ui/levels'
import { PageHead } from '~/ui/page_head'
import { SearchSelect } from '~/ui/register/search_select'
import { useThisYear } from '~/ui/site'
import { must } from '~/ui/must'

type Row = {
  id: number
  year: number | null
  issuer: string | null
  series: string | null
  level: string | null
  pattern: string
  next: number
  left: number
  last: number
}
type Props = {
  filters: Record<string, string>
  poolBy: string[]
  poolSize: number
  pattern: string
  series: { value: string; label: string }[]
  pools: Paged<Row>
}

const PIECES: Record<string, string> = {
  year: '年度',
  region: '行政区划',
  issuer: '发证编码',
  series: '系列',
  level: '级别',
  seq: '序号',
}

/** `{issuer}{year}{seq:5}` in words. */
const inWords = (pattern: string) =>
  pattern
    .split(/(\{[^}]+\})/)
    .filter(Boolean)
    .map((piece) => {
      const found = /^\{(\w+)(?::(\d+))?\}$/.exec(piece)
      return found ? PIECES[found[1]] + (found[2] ? `（${found[2]} 位）` : '') : piece
    })
    .join(' + ')

export default function Pools({ filters, poolBy, poolSize, pattern, series, pools }: Props) {
  const thisYear = useThisYear()
  const [adding, add] = useState(false)
  const by = (part: string) => poolBy.includes(part)
  const number = (key: 'next' | 'last' | 'left', title: string) => ({
    key,
    title,
    align: 'right' as const,
    className: 'num',
    dataIndex: key,
  })
  const text = (key: 'year' | 'issuer' | 'series' | 'level', title: string) => ({
    key,
    title,
    className: key === 'year' ? 'num' : undefined,
    render: (_: unknown, row: Row) => row[key] ?? '—',
  })
  return (
    <>
      <PageHead
        title="证书编号库"
        hint={`编号规则：${inWords(pattern)}。一般不需要手工建立：没有可用编号时，编号库自动扩充 ${poolSize} 个。`}
        actions={
          <Button type="primary" onClick={() => add(true)}>
            新增
          </Button>
        }
      />
      <div className="card">
        <DataTable<Row>
          name="pools"
          rowKey="id"
          paged={pools}
          values={filters}
          filters={[
            ...(by('issuer') ? [{ name: 'issuer', label: '发证单位名称' }] : []),
            { name: 'year', label: '年度' },
            ...(by('series') ? [{ name: 'series', label: '系列', options: series }] : []),
            ...(by('level') ? [{ name: 'level', label: '级别', options: LEVELS }] : []),
          ]}
          empty={{
            title: '还没有编号库',
            hint: '第一次生成证书编号时自动建立，也可以点击“新增”。',
          }}
          columns={[
            text('year', '年度'),
            ...(by('issuer') ? [text('issuer', '发证单位')] : []),
            ...(by('series') ? [text('series', '系列')] : []),
            ...(by('level') ? [text('level', '级别')] : []),
            number('next', '下一个序号'),
            number('last', '结束序号'),
            number('left', '剩余'),
          ]}
        />
      </div>
      <Modal
        open={adding}
        title="批量生成证号"
        width="min(760px, 94vw)"
        footer={null}
        maskClosable={false}
        destroyOnHidden
        onCancel={() => add(false)}
      >
        <CommandForm
          path="/numbers/pools"
          submit="批量生成证号"
          layout="grid"
          initial={{ year: thisYear, from: 1, to: poolSize }}
          onDone={() => add(false)}
        >
          {by('issuer') && (
            <Form.Item name="issuerId" label="发证单位名称" rules={must('发证单位名称', '选择')}>
              <SearchSelect path="/numbers/issuers" placeholder="输入名称查找" />
            </Form.Item>
          )}
          {by('year') && (
            <Form.Item name="year" label="年度" rules={must('年度')}>
              <InputNumber style={{ width: '100%' }} min={2000} max={2100} />
            </Form.Item>
          )}
          {by('series') && (
            <Form.Item name="series" label="系列" rules={must('系列', '选择')}>
              <Select showSearch={{ optionFilterProp: 'label' }} options={series} />
            </Form.Item>
          )}
          {by('level') && (
            <Form.Item name="level" label="级别" rules={must('级别', '选择')}>
              <Select options={LEVELS} />
            </Form.Item>
          )}
          <Form.Item name="from" label="开始序号" rules={must('开始序号')}>
            <InputNumber style={{ width: '100%' }} min={1} />
          </Form.Item>
          <Form.Item name="to" label="结束序号" rules={must('结束序号')}>
            <InputNumber style={{ width: '100%' }} min={1} />
          </Form.Item>
        </CommandForm>
      </Modal>
    </>
  )
}
