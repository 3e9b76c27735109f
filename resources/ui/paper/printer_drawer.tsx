import { Button, Drawer, Form, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { CommandButton } from '~/ui/command_button'
import { CommandForm } from '~/ui/command_form'
import { Empty } from '~/ui/empty'
import { useUrl } from '~/ui/site'

export interface Printer {
  id: number
  name: string
  dx: number
  dy: number
}

interface Props {
  printers: Printer[]
  paper: { width: number; height: number }
  cross: number
  onClose: () => void
}

/** The printers of the office: their offsets, by a test page that is measured with a ruler. */
export function PrinterDrawer({ printers, paper, cross, onClose }: Props) {
  const url = useUrl()
  const [edited, edit] = useState<Printer | 'new' | null>(printers.length === 0 ? 'new' : null)
  return (
    <Drawer open size={560} title="打印机与测试页" onClose={onClose}>
      <ol className="import-steps">
        <li>
          在普通白纸（{paper.width} × {paper.height} 毫米或更大）上打印
          <a href={url('/paper/test-page')} target="_blank" rel="noreferrer">
            测试页
          </a>
          ，缩放选“实际大小”。
        </li>
        <li>
          用尺量十字中心到纸的左边和上边的距离，应各为 {cross}{' '}
          毫米；把量得的数填入下面，系统算出偏移。
        </li>
        <li>再打一张测试页，与空白证书重叠对着光看，方框应落在空白处。</li>
      </ol>
      {printers.length === 0 && edited !== 'new' && (
        <Empty title="还没有打印机">添加后，每台打印机各记各的偏移。</Empty>
      )}
      {printers.map((printer) => (
        <div key={printer.id} className="card">
          <b>{printer.name}</b>
          <p className="muted num">
            {printer.dx < 0 ? '向左' : '向右'}移 {Math.abs(printer.dx)} 毫米，
            {printer.dy < 0 ? '向上' : '向下'}移 {Math.abs(printer.dy)} 毫米
          </p>
          <div className="table-tools" style={{ marginBottom: 0 }}>
            <Button href={url(`/paper/test-page?printer=${printer.id}`)} target="_blank">
              打印测试页
            </Button>
            <Button onClick={() => edit(printer)}>校准</Button>
            <CommandButton
              path={`/printers/${printer.id}`}
              method="DELETE"
              danger
              confirm={{ title: `删除打印机“${printer.name}”？`, content: '它的偏移也一并删除。' }}
            >
              删除
            </CommandButton>
          </div>
        </div>
      ))}
      {edited ? (
        <PrinterForm
          key={edited === 'new' ? 'new' : edited.id}
          printer={edited === 'new' ? null : edited}
          cross={cross}
          onDone={() => edit(null)}
        />
      ) : (
        <Button onClick={() => edit('new')}>添加打印机</Button>
      )}
    </Drawer>
  )
}

const round = (value: number) => Math.round(value * 10) / 10

function PrinterForm(props: { printer: Printer | null; cross: number; onDone: () => void }) {
  const { printer, cross, onDone } = props
  const [form] = Form.useForm()
  // what the ruler says on a page printed with the present offsets
  const measured = (name: 'dx' | 'dy', value: number | null) => {
    if (value !== null) form.setFieldValue(name, round((printer?.[name] ?? 0) + cross - value))
  }
  return (
    <div className="card">
      <h2>{printer ? `校准“${printer.name}”` : '添加打印机'}</h2>
      <CommandForm
        form={form}
        path={printer ? `/printers/${printer.id}` : '/printers'}
        method={printer ? 'PUT' : 'POST'}
        initial={printer ? { ...printer } : { dx: 0, dy: 0 }}
        submit="保存"
        extra={<Button onClick={onDone}>取消</Button>}
        onDone={onDone}
      >
        <Form.Item name="name" label="名称" rules={[{ required: true, message: '请填写名称' }]}>
          <Input maxLength={60} placeholder="如：302 室 激光打印机 手动进纸槽" />
        </Form.Item>
        <div className="grid-form">
          <Form.Item label="量得：十字到左边">
            <InputNumber
              aria-label="十字到左边"
              suffix="毫米"
              min={0}
              max={70}
              step={0.5}
              style={{ width: '100%' }}
              onChange={(value) => measured('dx', value)}
            />
          </Form.Item>
          <Form.Item label="量得：十字到上边">
            <InputNumber
              aria-label="十字到上边"
              suffix="毫米"
              min={0}
              max={70}
              step={0.5}
              style={{ width: '100%' }}
              onChange={(value) => measured('dy', value)}
            />
          </Form.Item>
          <Form.Item name="dx" label="向右移（负数向左）">
            <InputNumber suffix="毫米" min={-50} max={50} step={0.5} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="dy" label="向下移（负数向上）">
            <InputNumber suffix="毫米" min={-50} max={50} step={0.5} style={{ width: '100%' }} />
          </Form.Item>
        </div>
      </CommandForm>
    </div>
  )
}
