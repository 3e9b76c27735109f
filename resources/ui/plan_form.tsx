import { Button, Form, Input, InputNumber, Radio, Select } from 'antd'
import { useRef } from 'react'
import { CommandButton } from './command_button'
import { CommandForm } from './command_form'
import { FileName } from './file_list'
import type { FileLink, FileMap } from './form_types'
import { LEVELS } from './levels'
import { FLOWS, SOURCES, type ExpertNeed } from './plan_words'
import { UploadField } from './upload_field'
import { router } from '@inertiajs/react'

interface Props {
  plan: {
    id: number
    version: number
    kind: string
    flow: string
    content: string
    needs: ExpertNeed[]
    file: FileLink | null
  }
  rules: { kinds: { value: string; label: string }[]; flows: string[]; draw: boolean }
  specialties: string[]
  /** of the committee */
  size: number
}

/** The plan as its office writes it. */
export function PlanForm({ plan, rules, specialties, size }: Props) {
  const [form] = Form.useForm()
  const needs: ExpertNeed[] = Form.useWatch('needs', form) ?? plan.needs
  const asked = needs.reduce((sum, need) => sum + (need?.count ?? 0), 0)
  return (
    <>
      <CommandForm
        form={form}
        path={`/plans/${plan.id}`}
        submit="保存"
        initial={{
          kind: plan.kind,
          flow: plan.flow,
          content: plan.content,
          needs:
            plan.needs.length > 0
              ? plan.needs
              : [{ specialty: null, level: null, count: size, reserves: 2 }],
        }}
        body={(values) => ({ ...values, version: plan.version })}
      >
        {rules.kinds.length > 1 && (
          <Form.Item name="kind" label="方案类型" extra="特殊情况的方案由专门人员审核">
            <Radio.Group options={rules.kinds} />
          </Form.Item>
        )}
        {rules.kinds.length === 1 && <Form.Item name="kind" hidden children={<Input />} />}
        {rules.flows.length > 1 ? (
          <Form.Item
            name="flow"
            label="评审方式"
            extra="线下评审不抽取评委、不发面试通知，直接录入评审结果"
          >
            <Radio.Group options={rules.flows.map((value) => ({ value, label: FLOWS[value] }))} />
          </Form.Item>
        ) : (
          <Form.Item name="flow" hidden children={<Input />} />
        )}
        <Form.Item
          name="content"
          label="方案内容"
          rules={[{ required: true, message: '请填写方案内容' }]}
          extra="评审工作的组织、时间地点、程序、纪律和其他安排"
        >
          <Input.TextArea rows={8} maxLength={10000} showCount />
        </Form.Item>
        <h3 style={{ fontSize: 15 }}>
          专家需求{' '}
          <span className="muted" style={{ fontWeight: 400 }}>
            共 {asked} 人，评委会 {size} 人
          </span>
        </h3>
        <Form.List name="needs">
          {(fields, { add, remove }) => (
            <>
              {fields.map(({ key, name }) => (
                <div key={key} className="grid-form" style={{ alignItems: 'end' }}>
                  <Form.Item name={[name, 'specialty']} label="专业">
                    <Select
                      allowClear
                      showSearch={{ optionFilterProp: 'label' }}
                      placeholder="不限"
                      options={specialties.map((value) => ({ value, label: value }))}
                    />
                  </Form.Item>
                  <Form.Item name={[name, 'level']} label="职称级别不低于">
                    <Select allowClear placeholder="不限" options={LEVELS} />
                  </Form.Item>
                  <Form.Item name={[name, 'source']} label="专家来源">
                    <Select
                      allowClear
                      placeholder="不限"
                      options={Object.entries(SOURCES).map(([value, label]) => ({ value, label }))}
                    />
                  </Form.Item>
                  <Form.Item
                    name={[name, 'count']}
                    label="人数"
                    rules={[{ required: true, message: '请填写人数' }]}
                  >
                    <InputNumber min={1} max={200} precision={0} style={{ width: '100%' }} />
                  </Form.Item>
                  <Form.Item
                    name={[name, 'reserves']}
                    label="备选人数"
                    rules={[{ required: true, message: '请填写备选人数' }]}
                  >
                    <InputNumber min={0} max={100} precision={0} style={{ width: '100%' }} />
                  </Form.Item>
                  <Form.Item>
                    <Button onClick={() => remove(name)}>删除此项</Button>
                  </Form.Item>
                </div>
              ))}
              <Button
                style={{ marginBottom: 18 }}
                onClick={() =>
                  add({ specialty: null, level: null, source: null, count: 1, reserves: 1 })
                }
              >
                + 添加需求
              </Button>
            </>
          )}
        </Form.List>
      </CommandForm>
      <h3 style={{ fontSize: 15, marginTop: 24 }}>附件</h3>
      <Attachment plan={plan} />
    </>
  )
}

function Attachment({ plan }: Pick<Props, 'plan'>) {
  const files = useRef<FileMap>({})
  if (plan.file)
    return (
      <div style={{ display: 'flex', gap: 8, alignItems: 'center' }}>
        <FileName file={plan.file} />
        <CommandButton size="small" danger method="DELETE" path={`/plans/${plan.id}/file`}>
          删除
        </CommandButton>
      </div>
    )
  return (
    <UploadField
      field={{ type: 'image', accept: ['pdf', 'jpg', 'png'], maxSizeKb: 20_480 }}
      ids={[]}
      files={files.current}
      path={`/plans/${plan.id}/file`}
      place="file"
      onChange={() => router.reload({ only: ['plan'] })}
    />
  )
}
