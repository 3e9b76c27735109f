import { LEVEL_LABELS } from '#province/facts'
import { Form, InputNumber, Select } from 'antd'
import { useEffect } from 'react'
import { holds } from '#province/conditions'
import { eligibilityFindings, type Finding } from '#province/eligibility'
import type { EligibilityRule, FieldRule, Option, SeriesRule } from '#province/ruleset'
import { Findings } from '~/ui/application/findings'
import { useWays, type Way } from '~/ui/application/use_ways'
import { CommandForm } from '~/ui/command_form'
import { Empty } from '~/ui/empty'
import { Link } from '~/ui/link'
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
    precheck: FieldRule[]
    series: SeriesRule[]
    eligibility: EligibilityRule[]
  } | null
  standing: Finding[]
  present: Record<string, unknown> | null
}

const asOptions = (list: { code: string; name: string }[]) =>
  list.map(({ code, name }) => ({ value: code, label: name }))
const required = (label: string) => [{ required: true, message: `请选择${label}` }]

/** 个人申报设置 (F1) with the check, before anything is filled in, whether one may apply at all. */
export default function Start({ organization, batch, options, standing, present }: Props) {
  const [form] = Form.useForm()
  const chosen = Form.useWatch([], form) as Record<string, unknown> | undefined
  const ways = useWays(batch?.id ?? null, chosen)
  const openWays = ways?.filter(({ ok }) => ok)
  useEffect(() => {
    // a committee that no longer fits the choice is let go
    if (openWays && !openWays.some(({ committee }) => committee?.id === chosen?.committeeId))
      form.setFieldValue('committeeId', null)
  }, [ways])
  if (!batch || !options)
    return (
      <div className="card">
        <Empty title="现在没有开放的申报批次">批次开放后会显示在“职称申报”和首页通知。</Empty>
      </div>
    )
  const series = options.series.filter(
    ({ category }) =>
      options.categories.length === 0 || !chosen?.category || category === chosen.category
  )
  const picked = options.series.find(({ code }) => code === chosen?.series)
  const title = picked?.titles.find(({ code }) => code === chosen?.title)
  const mode = options.modes.find(({ value }) => value === chosen?.mode)
  const facts = { ...chosen, level: title?.level, precheck: chosen?.precheck ?? {} }
  const findings = title
    ? [...standing, ...eligibilityFindings(options.eligibility, facts)]
    : standing
  const blocked = findings.filter(({ verdict, isBlocking }) => verdict === 'not_met' && isBlocking)
  // some ways lead to a receiving body instead of a committee
  const choosesCommittee =
    options.committeeChoice === 'applicant' && !(ways?.length === 1 && !ways[0].committee)
  const way = choosesCommittee
    ? ways?.find(({ committee }) => committee?.id === chosen?.committeeId)
    : ways?.[0]
  return (
    <>
      <PageHead
        title="个人申报设置"
        hint={`${batch.name} · 申报截止 ${batch.closesOn}`}
        actions={<Link href={`/apply/guide?batch=${batch.id}`}>填报说明</Link>}
      />
      <CommandForm
        form={form}
        path="/apply"
        submit={present ? '保存申报设置' : '立即申报'}
        disabled={blocked.length > 0}
        initial={
          present ?? {
            mode: options.modes[0].value,
            acquisition: options.acquisitions[0].value,
            evaluationMethod: options.evaluationMethods[0].value,
          }
        }
        body={(values) => ({ ...values, batchId: batch.id })}
        extra={
          blocked.length > 0 && (
            <span className="fault">有 {blocked.length} 项条件不符合，不能申报</span>
          )
        }
      >
        <div className="card">
          <h2>申报信息</h2>
          <dl className="facts" style={{ marginBottom: 20 }}>
            <div>
              <dt>申报单位</dt>
              <dd>{organization}</dd>
            </div>
            <div>
              <dt>申报职称等级</dt>
              <dd>{title ? LEVEL_LABELS[title.level] : '选择职称后显示'}</dd>
            </div>
          </dl>
          <div className="grid-form">
            {options.categories.length > 0 && (
              <Form.Item name="category" label="申报类别" rules={required('申报类别')}>
                <Select
                  options={options.categories}
                  onChange={() =>
                    form.setFieldsValue({ series: null, specialty: null, title: null })
                  }
                />
              </Form.Item>
            )}
            <Form.Item name="series" label="申报系列" rules={required('申报系列')}>
              <Select
                showSearch={{ optionFilterProp: 'label' }}
                options={asOptions(series)}
                onChange={() => form.setFieldsValue({ specialty: null, title: null })}
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
            {choosesCommittee && (
              <Form.Item
                name="committeeId"
                label="评委会"
                rules={required('评委会')}
                extra={committeeHint(ways)}
              >
                <Select
                  showSearch={{ optionFilterProp: 'label' }}
                  disabled={!openWays?.length}
                  options={openWays?.flatMap(({ committee }) =>
                    committee ? [{ value: committee.id, label: committee.name }] : []
                  )}
                />
              </Form.Item>
            )}
          </div>
          {way && <WayLine way={way} />}
        </div>
        <div className="card">
          <h2>资格预审</h2>
          <p className="muted">填写申报材料之前，先看看是否符合申报条件；回答只用于本次申报。</p>
          <div className="grid-form">
            {options.precheck
              .filter((question) => holds(question.visibleWhen, facts))
              .map((question) => (
                <Form.Item
                  key={question.id}
                  name={['precheck', question.id]}
                  label={question.label}
                  rules={[{ required: question.required, message: '请回答' }]}
                >
                  {question.type === 'number' ? (
                    <InputNumber
                      min={question.min}
                      max={question.max}
                      precision={question.decimals}
                      style={{ width: '100%' }}
                    />
                  ) : (
                    <Select options={question.options} placeholder="请选择" />
                  )}
                </Form.Item>
              ))}
          </div>
          <Findings findings={findings} />
        </div>
      </CommandForm>
    </>
  )
}

/** Why nothing can be chosen yet, or at all. */
function committeeHint(ways: Way[] | null): string {
  if (!ways) return '选好系列、专业和职称后，列出可以受理的评委会。'
  if (ways.length === 0) return '没有评审所选系列、专业和级别的评委会，请联系所在单位。'
  const broken = ways.filter(({ ok }) => !ok)
  if (broken.length < ways.length) return '只列出审核路径畅通的评委会。'
  return `审核路径未接通：${broken[0].message}请联系${broken[0].mendBy}处理后再申报。`
}

function WayLine({ way }: { way: Way }) {
  return way.ok ? (
    <p className="muted">
      审核路径：
      {[...new Set([...way.bodies, way.committee?.name])].filter(Boolean).join(' → ')}
    </p>
  ) : (
    <p className="fault" role="alert">
      {way.message}请联系{way.mendBy}处理；现在可以填写，接通后才能提交。
    </p>
  )
}
