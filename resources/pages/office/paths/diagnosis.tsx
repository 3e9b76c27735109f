import { router } from '@inertiajs/react'
import { Alert, Button, Select, Steps, Table, Tag } from 'antd'
import { useState } from 'react'
import type { Option, SeriesRule } from '../../../../app/province/ruleset'
import { BodySearch } from '~/ui/body_search'
import { PageHead } from '~/ui/page_head'
import { useUrl } from '~/ui/site'

type Neighbour = { id: number; name: string; pathSet: string; status: string; isFinal: boolean }
type Props = {
  asked: Record<string, string>
  series: SeriesRule[]
  acquisitions: Option[]
  committees: { id: number; name: string }[]
  body: { id: number; name: string; isFinal: boolean } | null
  uppers: Neighbour[]
  lowers: Neighbour[]
  simulated: {
    ok: boolean
    path: string | null
    message: string | null
    mendBy: string | null
    bodies: { id: number; name: string; isFinal: boolean; evaluates: boolean | null }[]
    steps: { organization: string; label: string }[]
  } | null
}

const SETS: Record<string, string> = {
  tree: '机构隶属',
  initial: '职称初定',
  recognition: '职称认定',
  junior: '初评会',
  intermediate: '中评会',
  senior: '高评会',
}

/** Where the paths lead and where they break (HU-75). */
export default function Diagnosis(props: Props) {
  const url = useUrl()
  const [asked, ask] = useState<Record<string, string | undefined>>(props.asked)
  const go = (parameters: Record<string, string | undefined>) =>
    router.get(
      url('/paths'),
      Object.fromEntries(Object.entries(parameters).filter(([, value]) => value)) as never,
      {
        preserveState: true,
      }
    )
  const picked = props.series.find(({ titles }) => titles.some(({ code }) => code === asked.title))
  return (
    <>
      <PageHead
        title="审核路径查询"
        hint="模拟一次申报看完整路径；路径断开时说明断在哪个机构、应由谁维护。"
      />
      <section className="card">
        <h2>模拟申报</h2>
        <div className="filters">
          <BodySearch
            label="申报单位"
            value={asked.unit}
            onChange={(unit) => ask({ ...asked, unit })}
          />
          <Select
            aria-label="拟申报职称"
            placeholder="拟申报职称"
            value={asked.title ?? null}
            showSearch={{ optionFilterProp: 'label' }}
            options={props.series.flatMap(({ name, titles }) =>
              titles.map((title) => ({ value: title.code, label: `${name} · ${title.name}` }))
            )}
            onChange={(title) => ask({ ...asked, title, specialty: undefined })}
          />
          <Select
            aria-label="专业"
            placeholder="专业"
            value={asked.specialty ?? null}
            options={picked?.specialties.map(({ code, name }) => ({ value: code, label: name }))}
            onChange={(specialty) => ask({ ...asked, specialty })}
          />
          <Select
            aria-label="取得方式"
            placeholder="取得方式"
            value={asked.acquisition ?? null}
            options={props.acquisitions}
            onChange={(acquisition) => ask({ ...asked, acquisition })}
          />
          <Select
            aria-label="评委会"
            placeholder="评委会"
            allowClear
            value={asked.committee ? Number(asked.committee) : null}
            options={props.committees.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(committee) =>
              ask({ ...asked, committee: committee ? String(committee) : undefined })
            }
          />
          <Button
            type="primary"
            disabled={!asked.unit || !asked.title || !asked.specialty}
            onClick={() => go(asked)}
          >
            查询完整审核路径
          </Button>
        </div>
        {props.simulated && <Simulated found={props.simulated} />}
      </section>
      <section className="card">
        <h2>机构的上级和下级</h2>
        <div className="filters">
          <BodySearch
            label="机构名称"
            value={asked.body}
            onChange={(body) => ask({ ...asked, body })}
          />
          <Button type="primary" disabled={!asked.body} onClick={() => go(asked)}>
            查询
          </Button>
        </div>
        {props.body && (
          <>
            <Neighbours
              title={`“${props.body.name}”的上级机构`}
              rows={props.uppers}
              walk={(body) => go({ ...asked, body })}
            />
            <Neighbours
              title={`“${props.body.name}”的下级机构`}
              rows={props.lowers}
              walk={(body) => go({ ...asked, body })}
            />
          </>
        )}
      </section>
    </>
  )
}

function Simulated({ found }: { found: NonNullable<Props['simulated']> }) {
  return (
    <>
      <Alert
        showIcon
        style={{ margin: '8px 0 18px' }}
        type={found.ok ? 'success' : 'error'}
        title={found.ok ? `路径完整：${found.path}` : found.message}
        description={found.ok ? null : `应由${found.mendBy}维护审核路径。`}
      />
      <Steps
        orientation="vertical"
        size="small"
        items={[
          ...found.bodies.map((body) => ({
            key: body.id,
            status: 'finish' as const,
            title: body.name,
            content: (
              <>
                {body.isFinal && <Tag>终审机构</Tag>}
                {body.evaluates === true && <Tag color="success">能评审该专业</Tag>}
                {body.evaluates === false && (
                  <Tag color="error">不能评审该专业，请在评委会中添加专业</Tag>
                )}
                {found.steps
                  .filter(({ organization }) => organization === body.name)
                  .map(({ label }) => label)
                  .join('、')}
              </>
            ),
          })),
          ...(found.ok ? [] : [{ key: 'broken', status: 'error' as const, title: '路径在此中断' }]),
        ]}
      />
    </>
  )
}

function Neighbours({
  title,
  rows,
  walk,
}: {
  title: string
  rows: Neighbour[]
  walk: (name: string) => void
}) {
  return (
    <>
      <h3 style={{ fontSize: 15, margin: '18px 0 8px' }}>{title}</h3>
      <Table<Neighbour>
        size="small"
        pagination={false}
        rowKey={(row) => `${row.pathSet}-${row.id}`}
        dataSource={rows}
        locale={{ emptyText: '没有' }}
        columns={[
          { key: 'name', title: '机构名称', dataIndex: 'name' },
          {
            key: 'pathSet',
            title: '审核路径',
            render: (_, row) => SETS[row.pathSet] ?? row.pathSet,
          },
          {
            key: 'isFinal',
            title: '是否为终审机构',
            render: (_, row) => (row.isFinal ? '是' : '否'),
          },
          {
            key: 'status',
            title: '状态',
            render: (_, row) => (row.status === 'confirmed' ? '已确认' : '待确认'),
          },
          {
            key: 'act',
            title: '操作',
            render: (_, row) => (
              <Button type="link" size="small" onClick={() => walk(row.name)}>
                查看上级 / 下级
              </Button>
            ),
          },
        ]}
      />
    </>
  )
}
