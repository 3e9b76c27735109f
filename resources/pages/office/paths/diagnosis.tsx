import { router } from '@inertiajs/react'
import { Alert, Button, Select, Steps, Tag } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { Option, SeriesRule } from '#province/ruleset'
import { DataTable, type Paged } from '~/ui/data_table'
import { PageHead } from '~/ui/page_head'
import { CORES, LinkModal } from '~/ui/register/link_modal'
import type { PathMapData } from '~/ui/register/path_map'
import { SearchSelect } from '~/ui/register/search_select'
import { useUrl } from '~/ui/site'

const PathMap = lazy(() => import('~/ui/register/path_map'))

type End = { id: number; name: string }
type Relation = {
  id: string
  lower: End
  upper: End
  pathSet: string | null
  level: string
  confirmed: boolean
  isFinal: boolean
}
type Simulated = {
  ok: boolean
  path: string | null
  message: string | null
  mendBy: string | null
  pathSet: string | null
  level: string | null
  bodies: { id: number; name: string; isFinal: boolean; evaluates: boolean | null }[]
  steps: { organization: string; label: string }[]
  map: PathMapData
}
type Props = {
  asked: Record<string, string>
  side: 'upper' | 'lower'
  names: { body: End | null; unit: End | null; committee: string | null }
  ownId: number | null
  mayLink: boolean
  series: SeriesRule[]
  levels: { value: string; label: string }[]
  pathSets: { value: string; label: string }[]
  acquisitions: Option[]
  relations: Paged<Relation> | null
  simulated: Simulated | null
}
type Asked = Record<string, string | undefined>

const found = (end: End | null) => (end ? { value: end.id, label: end.name } : undefined)

/** Where the paths lead and where they break (HU-75). */
export default function Diagnosis(props: Props) {
  const url = useUrl()
  const [asked, ask] = useState<Asked>({
    ...props.asked,
    unit: props.names.unit ? String(props.names.unit.id) : undefined,
    body: props.names.body ? String(props.names.body.id) : undefined,
  })
  const [core, setCore] = useState<string>()
  const go = (parameters: Asked) =>
    router.get(
      url('/paths'),
      Object.fromEntries(Object.entries(parameters).filter(([, value]) => value)) as never,
      { preserveState: true, preserveScroll: true }
    )
  const walk = (body: End, side: 'upper' | 'lower') => {
    const next = { ...asked, body: String(body.id), side }
    ask(next)
    go(next)
  }
  const picked = props.series.find(({ titles }) => titles.some(({ code }) => code === asked.title))
  const levels = new Map(props.levels.map(({ value, label }) => [value, label]))
  const sets = new Map(props.pathSets.map(({ value, label }) => [value, label]))
  return (
    <>
      <PageHead
        title="审核路径查询"
        hint="模拟一次申报看完整路径；路径断开时说明断在哪个机构、应由谁维护。"
      />
      <section className="card">
        <h2>模拟申报</h2>
        <div className="filters">
          <SearchSelect
            path="/lookup/bodies"
            placeholder="申报单位"
            known={found(props.names.unit)}
            value={asked.unit ? Number(asked.unit) : null}
            onChange={(unit) => ask({ ...asked, unit: unit ? String(unit) : undefined })}
          />
          <Select
            aria-label="拟申报职称"
            placeholder="拟申报职称（等级、系列）"
            value={asked.title ?? null}
            showSearch={{ optionFilterProp: 'label' }}
            options={props.series.flatMap(({ name, titles }) =>
              titles.map((title) => ({
                value: title.code,
                label: `${name} · ${title.name}（${levels.get(title.level)}）`,
              }))
            )}
            onChange={(title) => ask({ ...asked, title, specialty: undefined })}
          />
          <Select
            aria-label="专业"
            placeholder="专业"
            value={asked.specialty ?? null}
            showSearch={{ optionFilterProp: 'label' }}
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
          <SearchSelect
            path="/lookup/committees"
            placeholder="评委会（可不选）"
            known={
              props.names.committee
                ? { value: Number(props.asked.committee), label: props.names.committee }
                : undefined
            }
            value={asked.committee ? Number(asked.committee) : null}
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
        {props.simulated && props.names.unit && (
          <Way {...props} simulated={props.simulated} start={props.names.unit.id} walk={walk} />
        )}
      </section>
      <section className="card">
        <h2>机构的上级和下级</h2>
        <div className="filters">
          <Select
            allowClear
            aria-label="受理节点类型"
            placeholder="受理节点类型"
            options={CORES}
            value={core ?? null}
            onChange={(value) => setCore(value ?? undefined)}
          />
          <SearchSelect
            key={`${core}-${props.names.body?.id}`}
            path="/lookup/bodies"
            parameters={{ core }}
            placeholder="机构名称关键字"
            known={found(props.names.body)}
            value={asked.body ? Number(asked.body) : null}
            onChange={(body) => ask({ ...asked, body: body ? String(body) : undefined })}
          />
          <div className="buttons">
            <Button
              type="primary"
              disabled={!asked.body}
              onClick={() => go({ ...asked, side: 'upper' })}
            >
              查询机构上级机构
            </Button>
            <Button disabled={!asked.body} onClick={() => go({ ...asked, side: 'lower' })}>
              查询机构下级机构
            </Button>
          </div>
        </div>
        {props.relations && props.names.body && (
          <>
            <h3 style={{ fontSize: 15, margin: '8px 0' }}>
              “{props.names.body.name}”的{props.side === 'upper' ? '上级' : '下级'}机构
            </h3>
            <DataTable<Relation>
              name="path-relations"
              rowKey="id"
              paged={props.relations}
              keep={keep(asked, props.side)}
              empty={{
                title: props.side === 'upper' ? '没有机构把它列为下级' : '它没有下级机构',
                hint:
                  props.side === 'upper'
                    ? '需由其上级机构在“审核层级维护”中把它列为下级。'
                    : undefined,
              }}
              columns={[
                { key: 'lower', title: '材料申报机构', render: (_, row) => row.lower.name },
                { key: 'upper', title: '受理机构', render: (_, row) => row.upper.name },
                {
                  key: 'pathSet',
                  title: '审核路径',
                  render: (_, row) => (row.pathSet ? sets.get(row.pathSet) : '机构隶属'),
                },
                {
                  key: 'level',
                  title: '职称等级',
                  render: (_, row) => levels.get(row.level) ?? '全部',
                },
                {
                  key: 'isFinal',
                  title: '是否为终审机构',
                  render: (_, row) => (row.isFinal ? '是' : '否'),
                },
                {
                  key: 'status',
                  title: '状态',
                  render: (_, row) =>
                    row.confirmed ? (
                      <Tag color="success">已确认</Tag>
                    ) : (
                      <Tag color="warning">待确认</Tag>
                    ),
                },
                {
                  key: 'act',
                  title: '操作',
                  acts: true,
                  render: (_, row) => (
                    <>
                      <Button type="link" size="small" onClick={() => walk(row.lower, 'lower')}>
                        下级
                      </Button>
                      <Button type="link" size="small" onClick={() => walk(row.upper, 'upper')}>
                        上级
                      </Button>
                    </>
                  ),
                },
              ]}
            />
          </>
        )}
      </section>
    </>
  )
}

const keep = (asked: Asked, side: string) =>
  Object.fromEntries(
    Object.entries({ ...asked, side }).filter((entry): entry is [string, string] =>
      Boolean(entry[1])
    )
  )

function Way({
  simulated,
  start,
  walk,
  ownId,
  mayLink,
  pathSets,
  levels,
}: Props & {
  simulated: Simulated
  start: number
  walk: (body: End, side: 'upper' | 'lower') => void
}) {
  const [linking, link] = useState(false)
  const end = simulated.bodies.at(-1)
  const mayMend = !simulated.ok && mayLink && simulated.pathSet !== null && end?.id === ownId
  const unable = simulated.bodies.find(({ evaluates }) => evaluates === false)
  return (
    <>
      <Alert
        showIcon
        style={{ margin: '8px 0 18px' }}
        type={!simulated.ok ? 'error' : unable ? 'warning' : 'success'}
        title={
          !simulated.ok
            ? simulated.message
            : unable
              ? `路径完整，但“${unable.name}”未维护该专业，不能评审。`
              : `路径完整：${simulated.path}`
        }
        description={
          !simulated.ok ? (
            <>
              应由{simulated.mendBy}维护：在“审核层级维护”中把“{end?.name ?? ''}
              ”列为下级，直到终审机构。
              {mayMend && (
                <div style={{ marginTop: 10 }}>
                  <Button type="primary" size="small" onClick={() => link(true)}>
                    请求上级接通
                  </Button>
                </div>
              )}
            </>
          ) : unable ? (
            '请在评委会管理的“其他信息”中添加评审专业。'
          ) : null
        }
      />
      <div className="path-way">
        <Steps
          orientation="vertical"
          size="small"
          items={[
            ...simulated.bodies.map((body) => ({
              key: body.id,
              status: 'finish' as const,
              title: body.name,
              content: (
                <>
                  {body.isFinal && <Tag>终审机构</Tag>}
                  {body.evaluates === true && <Tag color="success">能评审该专业</Tag>}
                  {body.evaluates === false && <Tag color="error">不能评审该专业</Tag>}
                  {simulated.steps
                    .filter(({ organization }) => organization === body.name)
                    .map(({ label }) => label)
                    .join('、')}
                </>
              ),
            })),
            ...(simulated.ok
              ? []
              : [{ key: 'broken', status: 'error' as const, title: '路径在此中断' }]),
          ]}
        />
        <Suspense fallback={<div className="path-map" />}>
          <PathMap
            map={simulated.map}
            way={simulated.bodies.map(({ id }) => id)}
            start={start}
            onPick={(node) => walk(node, 'upper')}
          />
        </Suspense>
      </div>
      <p className="muted">
        图中自下而上：粗线为本次申报经过的路径，虚线等待对方确认，红框处路径中断。点击机构可查看其上级。
      </p>
      <LinkModal
        open={linking}
        side="upper"
        pathSets={pathSets}
        levels={levels}
        initial={{ pathSet: simulated.pathSet, level: simulated.level }}
        onClose={() => link(false)}
      />
    </>
  )
}
