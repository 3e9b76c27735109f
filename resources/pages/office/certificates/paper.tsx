import { Alert, Button, Select } from 'antd'
import { useState } from 'react'
import { DataTable, type Paged } from '~/ui/data_table'
import { LEVELS } from '~/ui/levels'
import { ButtonLink } from '~/ui/button_link'
import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'
import { PrintDialog } from '~/ui/paper/print_dialog'
import { PrinterDrawer, type Printer } from '~/ui/paper/printer_drawer'

type Row = {
  id: number
  number: string
  name: string
  unit: string
  title: string | null
  level: string | null
  issuedOn: string
  prints: number
  printedAt: string | null
}
type Props = {
  paper: { label: string; width: number; height: number; feed: string }
  filters: Record<string, string>
  certificates: Paged<Row>
  printers: Printer[]
  cross: number
  most: number
}

const PRINTED = [
  { value: 'no', label: '未打印' },
  { value: 'yes', label: '已打印' },
  { value: 'all', label: '全部' },
]
/** which printer stands beside this computer is known to this browser only */
const REMEMBERED = 'paper.printer'

export default function Paper({ paper, filters, certificates, printers, cross, most }: Props) {
  const [selected, select] = useState<number[]>([])
  const [printing, print] = useState<number[] | null>(null)
  const [managing, manage] = useState(false)
  const [chosen, choose] = useState(() => Number(localStorage.getItem(REMEMBERED)) || null)
  const printer = printers.find(({ id }) => id === chosen) ?? null
  const remember = (id: number) => {
    choose(id)
    localStorage.setItem(REMEMBERED, String(id))
  }
  return (
    <>
      <PageHead
        title="纸质证书打印"
        hint={`在浏览器中直接套打空白证书，不需要安装客户端。当前版式：${paper.label}。`}
        actions={
          <>
            <ButtonLink href="/paper/help">打印帮助</ButtonLink>
            <Button onClick={() => manage(true)}>打印机与测试页</Button>
          </>
        }
      />
      {!printer && (
        <Alert
          type="info"
          showIcon
          style={{ marginBottom: 18 }}
          title={
            printers.length === 0
              ? '第一次使用，请先添加打印机并打印测试页校准位置，再放入空白证书。'
              : '请选择这台电脑使用的打印机，打印位置按它的偏移校正。'
          }
        />
      )}
      <div className="card">
        <DataTable<Row>
          name="paper"
          rowKey="id"
          paged={certificates}
          values={filters}
          filters={[
            { name: 'printed', label: '是否已打印', options: PRINTED },
            { name: 'number', label: '证书编号' },
            { name: 'name', label: '姓名' },
            { name: 'level', label: '级别', options: LEVELS },
          ]}
          selection={{ selected, onChange: select }}
          tools={
            <>
              <Select
                aria-label="打印机"
                placeholder="选择打印机"
                style={{ minWidth: 200 }}
                value={printer?.id}
                options={printers.map(({ id, name }) => ({ value: id, label: name }))}
                onChange={remember}
                notFoundContent="还没有打印机，请在“打印机与测试页”中添加"
              />
              <Button
                type="primary"
                disabled={selected.length === 0 || selected.length > most}
                onClick={() => print(selected)}
              >
                打印所选{selected.length > 0 && `（${selected.length} 张）`}
              </Button>
              {selected.length > most && <span className="fault">一次最多打印 {most} 张</span>}
            </>
          }
          empty={{
            title: filters.printed === 'yes' ? '还没有登记打印的证书' : '没有待打印的证书',
            hint: '电子证书生成后会出现在这里。',
          }}
          columns={[
            {
              key: 'number',
              title: '证书编号',
              className: 'num',
              render: (_, row) => <Link href={`/certificates/${row.id}`}>{row.number}</Link>,
            },
            { key: 'name', title: '姓名', dataIndex: 'name' },
            { key: 'unit', title: '工作单位', dataIndex: 'unit' },
            { key: 'title', title: '资格名称', render: (_, row) => row.title ?? '—' },
            { key: 'level', title: '级别', render: (_, row) => row.level ?? '—' },
            { key: 'issuedOn', title: '发证日期', className: 'num', dataIndex: 'issuedOn' },
            {
              key: 'prints',
              title: '打印情况',
              render: (_, row) =>
                row.prints === 0 ? (
                  <span className="muted">未打印</span>
                ) : (
                  `${row.printedAt}，共 ${row.prints} 次`
                ),
            },
            {
              key: 'act',
              title: '操作',
              acts: true,
              render: (_, row) => (
                <Button size="small" type="link" onClick={() => print([row.id])}>
                  打印
                </Button>
              ),
            },
          ]}
        />
      </div>
      {printing && (
        <PrintDialog
          ids={printing}
          printer={printer}
          paper={paper}
          onClose={() => print(null)}
          onDone={() => {
            print(null)
            select([])
          }}
        />
      )}
      {managing && (
        <PrinterDrawer
          printers={printers}
          paper={paper}
          cross={cross}
          onClose={() => manage(false)}
        />
      )}
    </>
  )
}
