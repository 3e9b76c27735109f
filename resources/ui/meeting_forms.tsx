import { Button, Form, Input, InputNumber } from 'antd'
import { CommandButton } from './command_button'
import { CommandForm } from './command_form'

/** 新增分组 */
export function AddGroup({ meetingId }: { meetingId: number }) {
  const [form] = Form.useForm()
  return (
    <div style={{ maxWidth: 640, marginBottom: 18 }}>
      <CommandForm
        form={form}
        path={`/meetings/${meetingId}/groups`}
        submit="新增分组"
        layout="grid"
        onDone={() => form.resetFields()}
      >
        <Form.Item name="name" label="分组名" rules={[{ required: true, message: '请填写分组名' }]}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="size" label="人数" rules={[{ required: true, message: '请填写人数' }]}>
          <InputNumber min={1} max={500} style={{ width: '100%' }} />
        </Form.Item>
      </CommandForm>
    </div>
  )
}

interface SheetProps {
  meetingId: number
  sheet: { id: string; label: string; max: number }[]
  editable: boolean
  /** the chair confirms it at the meeting: it is handed in first */
  confirmed: boolean
  submitted: boolean
}

/** 设置评分标准; adding, saving and handing in stand in one row. */
export function ScoreSheet({ meetingId, sheet, editable, confirmed, submitted }: SheetProps) {
  const [form] = Form.useForm()
  const items: { max?: number }[] = Form.useWatch('sheet', form) ?? sheet
  const points = items.reduce((sum, item) => sum + (item?.max ?? 0), 0)
  return (
    <div style={{ maxWidth: 640 }}>
      <CommandForm
        form={form}
        path={`/meetings/${meetingId}/sheet`}
        submit="保存评分标准"
        disabled={!editable}
        extra={
          editable && (
            <>
              <Button
                onClick={() =>
                  form.setFieldValue('sheet', [...(form.getFieldValue('sheet') ?? []), {}])
                }
              >
                + 添加评分项
              </Button>
              {confirmed && !submitted && (
                <SubmitSheet meetingId={meetingId} items={sheet.length} />
              )}
            </>
          )
        }
        initial={{
          sheet: sheet.length > 0 ? sheet.map(({ label, max }) => ({ label, max })) : [{}],
        }}
      >
        <Form.List name="sheet">
          {(fields, { remove }) => (
            <>
              {fields.map(({ key, name }) => (
                <div key={key} style={{ display: 'flex', gap: 12, alignItems: 'flex-start' }}>
                  <Form.Item
                    name={[name, 'label']}
                    style={{ flex: 1 }}
                    rules={[{ required: true, message: '请填写评分项' }]}
                  >
                    <Input
                      placeholder="评分项"
                      aria-label={`评分项 ${name + 1}`}
                      maxLength={60}
                      disabled={!editable}
                    />
                  </Form.Item>
                  <Form.Item
                    name={[name, 'max']}
                    rules={[{ required: true, message: '请填写满分' }]}
                  >
                    <InputNumber
                      placeholder="满分"
                      aria-label={`评分项 ${name + 1} 的满分`}
                      min={1}
                      max={1000}
                      precision={0}
                      disabled={!editable}
                    />
                  </Form.Item>
                  <Button disabled={!editable || fields.length === 1} onClick={() => remove(name)}>
                    删除
                  </Button>
                </div>
              ))}
              <p className="muted">
                共 {fields.length} 项，满分合计 {points} 分
              </p>
            </>
          )}
        </Form.List>
      </CommandForm>
      {confirmed && submitted && (
        <p className="muted">评分标准已提交，会议开始后由评委会主任确认；修改后须重新提交。</p>
      )}
    </div>
  )
}

/** The scoring standard goes to the chair, who confirms it at the meeting (HB-58, HB-66). */
function SubmitSheet({ meetingId, items }: { meetingId: number; items: number }) {
  return (
    <CommandButton
      path={`/meetings/${meetingId}/sheet/submit`}
      disabled={items === 0}
      confirm={{
        title: '把评分标准提交审核？',
        content: `${items} 项，会议开始后由评委会主任确认。`,
      }}
    >
      提交审核
    </CommandButton>
  )
}
