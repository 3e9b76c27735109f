import type { QuotaRow } from '#quotas/queries/list_quotas'
import { Form, InputNumber, Modal, Select } from 'antd'
import { CommandForm } from '../command_form'
import { useThisYear } from '../site'
import type { Category } from './quota_table'
import { must } from '~/ui/must'

export type QuotaChoices = {
  series: { value: string; label: string; specialties: { value: string; label: string }[] }[]
  kinds: { value: string; label: string }[]
  categories: Category[]
}

interface Props {
  title: string
  path: string
  method?: 'POST' | 'PUT'
  choices: QuotaChoices
  /** lower units, where a superior sets a quota */
  units?: { value: number; label: string }[]
  row?: QuotaRow
  onClose: () => void
}

/** 新增 of HU-24: the numbers, and their split over the levels. */
export function QuotaForm({ title, path, method, choices, units, row, onClose }: Props) {
  const thisYear = useThisYear()
  const [form] = Form.useForm()
  const series = Form.useWatch('series', form) ?? row?.series
  const count = (name: string | string[], label: string, min = 0) => (
    <Form.Item key={label} name={name} label={label} rules={must(label)}>
      <InputNumber min={min} max={9999} precision={0} style={{ width: '100%' }} />
    </Form.Item>
  )
  return (
    <Modal
      open
      title={title}
      width="min(760px, 94vw)"
      footer={null}
      mask={{ closable: false }}
      onCancel={onClose}
    >
      <CommandForm
        form={form}
        path={path}
        method={method}
        submit="保存"
        layout="grid"
        initial={
          row ?? {
            year: thisYear,
            posts: Object.fromEntries(choices.categories.map(({ value }) => [value, 0])),
          }
        }
        onDone={onClose}
      >
        {units && (
          <Form.Item name="organizationId" label="申报单位" rules={must('申报单位')}>
            <Select showSearch={{ optionFilterProp: 'label' }} options={units} />
          </Form.Item>
        )}
        <Form.Item name="year" label="年度" rules={must('年度')}>
          <InputNumber min={2020} max={2100} style={{ width: '100%' }} disabled={Boolean(row)} />
        </Form.Item>
        <Form.Item name="series" label="申报系列" rules={must('申报系列')}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            disabled={Boolean(row)}
            options={choices.series.map(({ value, label }) => ({ value, label }))}
            onChange={() => form.setFieldValue('specialty', undefined)}
          />
        </Form.Item>
        <Form.Item name="specialty" label="申报专业" rules={must('申报专业')}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            disabled={Boolean(row)}
            options={choices.series.find(({ value }) => value === series)?.specialties ?? []}
          />
        </Form.Item>
        <Form.Item name="kind" label="评审职数类别" rules={must('评审职数类别')}>
          <Select options={choices.kinds} />
        </Form.Item>
        {count('approvedTotal', '核准的评审总职数')}
        {count('asked', '申报评审职数', 1)}
        {choices.categories.map(({ value, label }) => count(['posts', value], label))}
        {count('materials', '实际交材料数')}
      </CommandForm>
    </Modal>
  )
}
