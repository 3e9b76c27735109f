import { Alert, Form, Select } from 'antd'
import { holds } from '../../../../app/province/conditions'
import type { EligibilityRule, Option, SeriesRule } from '../../../../app/province/ruleset'
import { CommandForm } from '~/ui/command_form'
import { Empty } from '~/ui/empty'
import { PageHead } from '~/ui/page_head'

type Props = {
  organization: string | null
  batch: { id: number; name: string; year: number; closesOn: string } | null
  options: {
    categories: Option[]
    acquisitions: Option[]
    modes: Option[]
    evaluationMethods: Option[]
    committeeChoice: string
    series: SeriesRule[]
    eligibility: EligibilityRule[]
  } | null
  committees: { id: number; name: string; level: string; series: string }[]
  present: Record<string, unknown> | null
}

const LEVELS: Record<string, string> = {
  senior_full: '正高级',
  senior_associate: '副高级',
  intermediate: '中级',
  junior_assistant: '助理级',
  junior_technician: '员级',
}

export default function Start({ organization, batch, options, committees, present }: Props) {
  const [form] = Form.useForm()
  const chosen = Form.useWatch([], form) as Record<string, unknown> | undefined
  if (!batch || !options)
    return (
      <div className="card">
        <Empty title="现在没有开放的申报批次" />
      </div>
    )
  const series = options.series.filter(
    ({ category }) =>
      options.categories.length === 0 || !chosen?.category || category === chosen.category
  )
  const picked = options.series.find(({ code }) => code === chosen?.series)
  const title = picked?.titles.find(({ code }) => code === chosen?.title)
  const mode = options.modes.find(({ value }) => value === chosen?.mode)
  const facts = { ...chosen, level: title?.level }
  const met = options.eligibility.filter((rule) => title && holds(rule.when, facts))
  const required = (label: string) => [{ required: true, message: `请选择${label}` }]
  const asOptions = (list: { code: string; name: string }[]) =>
    list.map(({ code, name }) => ({ value: code, label: name }))
  return (
    <>
      <PageHead title="个人申报设置" hint={`${batch.name} · 申报截止 ${batch.closesOn}`} />
      <div className="card">
        <dl className="facts" style={{ marginBottom: 20 }}>
          <div>
            <dt>申报单位</dt>
            <dd>{organization}</dd>
          </div>
          <div>
            <dt>申报职称等级</dt>
            <dd>{title ? LEVELS[title.level] : '选择职称后显示'}</dd>
          </div>
        </dl>
        {met.map((rule) => (
          <Alert
            key={rule.id}
            showIcon
            style={{ marginBottom: 12 }}
            type={rule.outcome === 'block' ? 'error' : 'warning'}
            title={`${rule.label}：${rule.explanation}`}
            description={rule.source}
          />
        ))}
        <CommandForm
          form={form}
          path="/apply"
          submit="立即申报"
          layout="grid"
          initial={
            present ?? {
              mode: options.modes[0].value,
              acquisition: options.acquisitions[0].value,
              evaluationMethod: options.evaluationMethods[0].value,
            }
          }
          body={(values) => ({ ...values, batchId: batch.id })}
        >
          {options.categories.length > 0 && (
            <Form.Item name="category" label="申报类别" rules={required('申报类别')}>
              <Select
                options={options.categories}
                onChange={() => form.setFieldsValue({ series: null, specialty: null, title: null })}
              />
            </Form.Item>
          )}
          <Form.Item name="series" label="申报系列" rules={required('申报系列')}>
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              options={asOptions(series)}
              onChange={() =>
                form.setFieldsValue({ specialty: null, title: null, committeeId: null })
              }
            />
          </Form.Item>
          <Form.Item name="specialty" label="申报专业" rules={required('申报专业')}>
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              disabled={!picked}
              options={asOptions(picked?.specialties ?? [])}
            />
          </Form.Item>
          <Form.Item name="title" label="申报职称" rules={required('申报职称')}>
            <Select disabled={!picked} options={asOptions(picked?.titles ?? [])} />
          </Form.Item>
          <Form.Item
            name="acquisition"
            label="取得方式"
            rules={required('取得方式')}
            hidden={options.acquisitions.length === 1}
          >
            <Select options={options.acquisitions} />
          </Form.Item>
          <Form.Item
            name="mode"
            label="申报方式"
            rules={required('申报方式')}
            extra={mode?.description}
          >
            <Select options={options.modes.map(({ value, label }) => ({ value, label }))} />
          </Form.Item>
          <Form.Item name="evaluationMethod" label="评审方式" rules={required('评审方式')}>
            <Select options={options.evaluationMethods} />
          </Form.Item>
          {options.committeeChoice === 'applicant' && (
            <Form.Item
              name="committeeId"
              label="评委会"
              rules={required('评委会')}
              extra="请选择负责您申报系列和级别的评委会；审核路径不通时提交会说明断在哪里。"
            >
              <Select
                showSearch={{ optionFilterProp: 'label' }}
                options={committees
                  .filter((committee) => !chosen?.series || committee.series === chosen.series)
                  .map(({ id, name }) => ({ value: id, label: name }))}
              />
            </Form.Item>
          )}
        </CommandForm>
      </div>
    </>
  )
}
