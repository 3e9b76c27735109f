import { LINK_STATES } from '~/ui/register/link_states'
import { router } from '@inertiajs/react'
import { Button, Form, Select, Tabs, Tag } from 'antd'
import { useState } from 'react'
import { DataTable, type Paged } from '~/ui/data_table'
import { Empty } from '~/ui/empty'
import { PageHead } from '~/ui/page_head'
import { EntryModal } from '~/ui/register/entry_modal'
import { must } from '~/ui/must'
import { CORES } from '~/ui/register/link_modal'
import { ReasonButton } from '~/ui/reason_button'
import { ExportButton } from '~/ui/register/export_button'
import { ImportButton } from '~/ui/register/import_button'
import { SearchSelect } from '~/ui/register/search_select'
import { useUrl } from '~/ui/site'

type Option = { value: string; label: string }
type Row = {
  id: number
  level: string
  lowerId: number
  lower: string
  lowerKind: string
  upperId: number
  upper: string
  status: string
  reason: string | null
}
type Props = {
  pathSets: Option[]
  set: string | null
  levels: Option[]
  kinds: Option[]
  filters: Record<string, string>
  links: Paged<Row>
}

/** The path sets of the province, each a list of who stands below whom (HU-36…40). */
export default function Network({ pathSets, set, levels, kinds, filters, links }: Props) {
  const url = useUrl()
  const [edited, edit] = useState<Row | 'new' | null>(null)
  const known = edited && edited !== 'new' ? edited : null
  const label = (options: Option[], value: string) =>
    options.find((each) => each.value === value)?.label
  if (!set)
    return (
      <>
        <PageHead title="审核路径配置" />
        <div className="card">
          <Empty title="本省按机构隶属关系逐级审核">
            审核路径随机构的上下级关系确定，请在“次级机构管理”中维护。
          </Empty>
        </div>
      </>
    )
  return (
    <>
      <PageHead
        title="审核路径配置"
        hint="每条记录说明下级机构的申报由哪个上级机构受理；管理员新增的立即生效，无需对方确认。"
        actions={
          <>
            <ExportButton path="/path-network/export" />
            <ImportButton kind="path_links" chosen={{ pathSet: set }} />
            <Button type="primary" onClick={() => edit('new')}>
              新增下级机构
            </Button>
          </>
        }
      />
      <div className="card">
        <Tabs
          activeKey={set}
          onChange={(next) => router.get(url('/path-network'), { set: next })}
          items={pathSets.map(({ value, label: text }) => ({ key: value, label: text }))}
        />
        <DataTable<Row>
          exportPath={null}
          key={set}
          name="network"
          rowKey="id"
          paged={links}
          values={filters}
          keep={{ set }}
          filters={[
            { name: 'lower', label: '下级机构名称' },
            { name: 'lowerKind', label: '下级节点类型', options: kinds },
            { name: 'upper', label: '上级机构名称' },
            { name: 'level', label: '职称等级', options: levels },
            {
              name: 'status',
              label: '状态',
              options: Object.entries(LINK_STATES).map(([value, [label]]) => ({ value, label })),
            },
          ]}
          empty={{
            title: '这条审核路径还没有配置',
            hint: '点击右上角“新增下级机构”，或用 Excel 批量导入。',
          }}
          columns={[
            { key: 'lower', title: '下级机构', dataIndex: 'lower' },
            {
              key: 'lowerKind',
              title: '下级节点类型',
              render: (_, row) => label(kinds, row.lowerKind),
            },
            { key: 'upper', title: '上级机构', dataIndex: 'upper' },
            {
              key: 'level',
              title: '职称等级',
              render: (_, row) => label(levels, row.level) ?? '全部',
            },
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
              render: (_, row) => (
                <>
                  {row.status === 'confirmed' && (
                    <Button type="link" size="small" onClick={() => edit(row)}>
                      编辑
                    </Button>
                  )}
                  {['confirmed', 'proposed'].includes(row.status) && (
                    <ReasonButton
                      type="link"
                      size="small"
                      danger
                      path={`/path-network/${row.id}/cancel`}
                      title={`注销“${row.lower}”到“${row.upper}”的审核路径？`}
                      label="注销原因"
                      hint="已提交的申报按原路径继续，新的申报不再经过这条关系。"
                    >
                      注销
                    </ReasonButton>
                  )}
                </>
              ),
            },
          ]}
        />
      </div>
      <EntryModal
        key={known?.id ?? 'new'}
        open={edited !== null}
        title={known ? '修改审核路径' : `新增下级机构（${label(pathSets, set)}）`}
        path={known ? `/path-network/${known.id}` : '/path-network'}
        initial={
          known
            ? { lowerId: known.lowerId, upperId: known.upperId, level: known.level || null }
            : undefined
        }
        body={(values) => ({ ...values, pathSet: set })}
        onClose={() => edit(null)}
      >
        <Form.Item name="upperId" label="上级机构" rules={must('上级机构', '选择')}>
          <SearchSelect
            path="/lookup/bodies"
            placeholder="输入机构名称关键字"
            known={known ? { value: known.upperId, label: known.upper } : undefined}
          />
        </Form.Item>
        <LowerBody known={known} />
        <Form.Item name="level" label="职称等级" extra="不选则适用于全部等级。">
          <Select allowClear placeholder="全部等级" options={levels} />
        </Form.Item>
      </EntryModal>
    </>
  )
}

function LowerBody({ known }: { known: Row | null }) {
  const core = Form.useWatch('core') as string | undefined
  return (
    <>
      <Form.Item name="core" label="下级节点类型">
        <Select allowClear placeholder="不限" options={CORES} />
      </Form.Item>
      <Form.Item name="lowerId" label="下级机构" rules={must('下级机构', '选择')}>
        <SearchSelect
          key={core}
          path="/lookup/bodies"
          parameters={{ core }}
          placeholder="输入机构名称关键字"
          known={known ? { value: known.lowerId, label: known.lower } : undefined}
        />
      </Form.Item>
    </>
  )
}
