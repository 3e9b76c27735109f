import { router } from '@inertiajs/react'
import { Button, Table, Tabs, Tag } from 'antd'
import { useState } from 'react'
import { CommandButton } from '~/ui/command_button'
import { DataTable, type Paged } from '~/ui/data_table'
import { Empty } from '~/ui/empty'
import { PageHead } from '~/ui/page_head'
import { LINK_STATES } from '~/ui/register/link_states'
import { LinkModal } from '~/ui/register/link_modal'
import { ReasonButton } from '~/ui/reason_button'
import { useSite, useUrl } from '~/ui/site'

type Option = { value: string; label: string }
type Row = {
  id: number
  pathSet: string
  level: string
  lower: string
  lowerKind: string
  upper: string
  upperKind: string
  status: string
  proposedBy: string
  reason: string | null
}
type Props = {
  pathSets: Option[]
  levels: Option[]
  kinds: Option[]
  tab: 'lower' | 'upper'
  filters: Record<string, string>
  isCommittee: boolean
  waiting: Paged<Row>
  links: Paged<Row>
}

/** The bodies right below (HU-26) and right above (HU-27) one's own, and what waits for one's confirmation. */
export default function Links(props: Props) {
  const { pathSets, levels, kinds, tab, filters, waiting, links } = props
  const url = useUrl()
  const { actor } = useSite()
  const [adding, add] = useState<'upper' | 'lower' | null>(null)
  const label = (options: Option[], value: string) =>
    options.find((each) => each.value === value)?.label
  if (pathSets.length === 0)
    return (
      <>
        <PageHead title="审核层级维护" />
        <div className="card">
          <Empty title="本省按机构隶属关系逐级审核">
            审核路径随机构的上下级关系确定，无需单独维护。
          </Empty>
        </div>
      </>
    )
  const place = [
    {
      key: 'pathSet',
      title: '审核路径',
      render: (_: unknown, row: Row) => label(pathSets, row.pathSet),
    },
    {
      key: 'level',
      title: '职称等级',
      render: (_: unknown, row: Row) => label(levels, row.level) ?? '全部',
    },
  ]
  return (
    <>
      <PageHead
        title={props.isCommittee ? '评委会下级单位管理' : '审核层级维护'}
        hint={`${actor?.organization ?? '本机构'}的直接上级和下级；双方都认可的关系才用于审核。`}
        actions={
          <>
            <Button onClick={() => add('upper')}>请求上级</Button>
            <Button type="primary" onClick={() => add('lower')}>
              新增下级
            </Button>
          </>
        }
      />
      {waiting.data.length > 0 && (
        <section className="card">
          <h2>等待本机构确认（{waiting.meta.total}）</h2>
          <Table<Row>
            size="middle"
            rowKey="id"
            pagination={false}
            scroll={{ x: 'max-content' }}
            dataSource={waiting.data}
            columns={[
              {
                key: 'what',
                title: '申请内容',
                render: (_, row) =>
                  row.proposedBy === 'upper'
                    ? `“${row.upper}”把本机构列为下级`
                    : `“${row.lower}”请求本机构作为上级`,
              },
              ...place,
              {
                key: 'act',
                title: '操作',
                render: (_, row) => (
                  <>
                    <CommandButton
                      type="primary"
                      size="small"
                      path={`/path-links/${row.id}/confirm`}
                    >
                      确认
                    </CommandButton>
                    <ReasonButton
                      type="link"
                      size="small"
                      danger
                      path={`/path-links/${row.id}/refuse`}
                      title="拒绝这条上下级关系？"
                      label="原因"
                    >
                      拒绝
                    </ReasonButton>
                  </>
                ),
              },
            ]}
          />
        </section>
      )}
      <section className="card">
        <Tabs
          activeKey={tab}
          onChange={(next) => router.get(url('/path-links'), { tab: next })}
          items={[
            { key: 'lower', label: '下级机构' },
            { key: 'upper', label: '上级机构' },
          ]}
        />
        <DataTable<Row>
          key={tab}
          name={`links-${tab}`}
          rowKey="id"
          paged={links}
          values={filters}
          keep={{ tab }}
          filters={[
            { name: 'name', label: tab === 'lower' ? '下级机构名称' : '上级机构名称' },
            { name: 'pathSet', label: '审核路径', options: pathSets },
            { name: 'level', label: '职称等级', options: levels },
            {
              name: 'status',
              label: '状态',
              options: Object.entries(LINK_STATES).map(([value, [text]]) => ({
                value,
                label: text,
              })),
            },
          ]}
          empty={{
            title: tab === 'lower' ? '还没有下级机构' : '还没有上级机构',
            hint:
              tab === 'lower'
                ? '点击右上角“新增下级”，对方确认后其申报会送到本机构。'
                : '没有上级的机构，其申报不能继续上报；点击右上角“请求上级”。',
          }}
          columns={[
            {
              key: 'other',
              title: tab === 'lower' ? '下级机构' : '上级机构',
              render: (_, row) => (tab === 'lower' ? row.lower : row.upper),
            },
            {
              key: 'kind',
              title: '节点类型',
              render: (_, row) => label(kinds, tab === 'lower' ? row.lowerKind : row.upperKind),
            },
            ...place,
            {
              key: 'status',
              title: '状态',
              render: (_, row) => (
                <>
                  <Tag color={LINK_STATES[row.status][1]}>{LINK_STATES[row.status][0]}</Tag>
                  {row.reason && <span className="muted">{row.reason}</span>}
                </>
              ),
            },
            {
              key: 'act',
              title: '操作',
              acts: true,
              render: (_, row) =>
                ['proposed', 'confirmed'].includes(row.status) && (
                  <ReasonButton
                    type="link"
                    size="small"
                    danger
                    path={`/path-links/${row.id}/cancel`}
                    title={`注销与“${tab === 'lower' ? row.lower : row.upper}”的审核关系？`}
                    label="注销原因"
                    hint="已提交的申报按原路径继续，新的申报不再经过这条关系。"
                  >
                    注销
                  </ReasonButton>
                ),
            },
          ]}
        />
      </section>
      <LinkModal
        key={adding}
        open={adding !== null}
        side={adding ?? 'lower'}
        pathSets={pathSets}
        levels={levels}
        onClose={() => add(null)}
      />
    </>
  )
}
