import { Button, DatePicker, Form, Input, InputNumber, Modal, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { BodySearch } from './body_search'
import { CommandForm } from './command_form'
import { useToday } from './site'
import type { Slip } from './slips'
import { must } from '~/ui/must'

export type CommitteeSeries = {
  code: string
  name: string
  specialties: { code: string; name: string }[]
}

interface Props {
  committee: {
    id: number
    version: number
    code: string
    name: string
    level: string
    seriesCode: string
    specialties: { code: string }[]
    organization: string
    office: string | null
    size: number
    validFrom: string
    filingNumber: string | null
  } | null
  levels: { value: string; label: string }[]
  series: CommitteeSeries[]
  usesNetwork: boolean
  validityYears: number
  onClose: () => void
  onSlips: (slips: Slip[]) => void
}

/** 新增 or 编辑 of a committee. */
export function CommitteeForm(props: Props) {
  const { committee } = props
  const today = useToday()
  const [form] = Form.useForm()
  const chosen = Form.useWatch('series', form) ?? committee?.seriesCode
  const specialties = props.series.find(({ code }) => code === chosen)?.specialties ?? []
  return (
    <Modal
      open
      title={committee ? `编辑${committee.name}` : '新增评委会'}
      width="min(860px, 94vw)"
      footer={null}
      maskClosable={false}
      onCancel={props.onClose}
    >
      <CommandForm<{ slips: Slip[] }>
        form={form}
        path={committee ? `/committees/${committee.id}` : '/committees'}
        submit="确认"
        layout="grid"
        initial={
          committee
            ? {
                ...committee,
                series: committee.seriesCode,
                specialties: committee.specialties.map(({ code }) => code),
                validFrom: dayjs(committee.validFrom),
              }
            : { validFrom: dayjs(today) }
        }
        body={(values) => ({
          ...values,
          ...(committee && { version: committee.version }),
          validFrom: (values.validFrom as Dayjs | undefined)?.format('YYYY-MM-DD'),
        })}
        onDone={(done) => {
          props.onClose()
          if (done.data?.slips) props.onSlips(done.data.slips)
        }}
      >
        {!committee && (
          <Form.Item
            name="code"
            label="评委会代码（登录名）"
            rules={must('评委会代码')}
            extra="字母、数字、点、横线或下划线"
          >
            <Input maxLength={40} />
          </Form.Item>
        )}
        <Form.Item name="name" label="评委会名称" rules={must('评委会名称')} className="wide">
          <Input maxLength={150} />
        </Form.Item>
        <Form.Item name="organization" label="组建单位" rules={must('组建单位')}>
          <BodyField label="组建单位" />
        </Form.Item>
        {props.usesNetwork && (
          <Form.Item name="office" label="审核路径中的节点">
            <BodyField label="审核路径中的节点" />
          </Form.Item>
        )}
        <Form.Item name="level" label="评审级别" rules={must('评审级别')}>
          <Select options={props.levels} />
        </Form.Item>
        <Form.Item name="series" label="评审系列" rules={must('评审系列')}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={props.series.map(({ code, name }) => ({ value: code, label: name }))}
            onChange={() => form.setFieldValue('specialties', [])}
          />
        </Form.Item>
        <Form.Item
          name="specialties"
          label="评审专业"
          rules={must('评审专业')}
          className="wide"
          extra={
            <Button
              type="link"
              size="small"
              style={{ padding: 0 }}
              disabled={specialties.length === 0}
              onClick={() =>
                form.setFieldValue(
                  'specialties',
                  specialties.map(({ code }) => code)
                )
              }
            >
              选择该系列全部 {specialties.length} 个专业
            </Button>
          }
        >
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            options={specialties.map(({ code, name }) => ({ value: code, label: name }))}
          />
        </Form.Item>
        <Form.Item
          name="size"
          label="评委会人数"
          rules={must('评委会人数')}
          extra="应为单数，下限按级别和范围"
        >
          <InputNumber min={1} max={500} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item
          name="validFrom"
          label="核准备案日期"
          rules={must('核准备案日期')}
          extra={`有效期 ${props.validityYears} 年，期满须重新核准备案`}
        >
          <DatePicker style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="filingNumber" label="备案文号">
          <Input maxLength={60} />
        </Form.Item>
      </CommandForm>
    </Modal>
  )
}

/** The search for a body as an input of a form. */
function BodyField(props: {
  label: string
  value?: string | null
  onChange?: (name: string | null) => void
}) {
  return (
    <BodySearch
      label={props.label}
      value={props.value ?? undefined}
      onChange={(name) => props.onChange?.(name ?? null)}
    />
  )
}
