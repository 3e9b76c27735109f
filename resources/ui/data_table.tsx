import { router } from '@inertiajs/react'
import { Button, Input, Select, Table, type TableColumnType } from 'antd'
import { useState, type ReactNode } from 'react'
import { ColumnChoice, useHidden } from './column_choice'
import { Empty } from './empty'
import { ListExport } from './list_export'
import { useSay } from './words'

export interface Paged<Row> {
  data: Row[]
  meta: { total: number; page: number; perPage: number; isMore?: boolean }
}

export interface FilterDef {
  name: string
  label: string
  options?: { value: string; label: string }[]
}

export interface Column<Row> extends TableColumnType<Row> {
  key: string
  title: string
  /** where something is done instead of said: neither printed nor exported */
  acts?: boolean
}

/** What of the columns goes into a file. */
export const said = <Row,>(columns: Column<Row>[]) => columns.filter(({ acts }) => !acts)

/** The columns as antd takes them: what acts stays in sight beside a wide list and off the paper. */
export const drawn = <Row,>(columns: Column<Row>[]): TableColumnType<Row>[] =>
  columns.map(({ acts, ...column }) =>
    acts ? { ...column, fixed: 'right', className: 'no-print' } : column
  )

interface Props<Row> {
  paged: Paged<Row>
  columns: Column<Row>[]
  rowKey: keyof Row & string
  /** remembers the choice of columns under this name */
  name: string
  filters?: FilterDef[]
  values?: Record<string, string | undefined>
  /** further parameters that stay while paging, e.g. the tab */
  keep?: Record<string, string>
  empty: { title: string; hint?: ReactNode }
  selection?: {
    selected: number[]
    onChange: (ids: number[]) => void
    /** rows that cannot be chosen stay unticked */
    selectable?: (row: Row) => boolean
  }
  tools?: ReactNode
  /** where the server writes the file of this list itself; else the page does from what it shows; null: another button exports */
  exportPath?: string | null
}

const SHOWN = 6

/** The one list of the product: filters, paging on the server, choice of columns, print, export (HN-21). */
export function DataTable<Row extends object>(props: Props<Row>) {
  const { paged, values = {}, keep = {} } = props
  const say = useSay()
  const columns = props.columns.map((column) => ({ ...column, title: say(column.title) }))
  const filters = (props.filters ?? []).map((each) => ({ ...each, label: say(each.label) }))
  const [typed, setTyped] = useState(values)
  const [folded, setFolded] = useState(filters.length > SHOWN)
  const [hidden, setHidden] = useHidden(props.name)
  const go = (parameters: Record<string, string | number | undefined>) => {
    // what is ticked is what is seen
    props.selection?.onChange([])
    router.get(window.location.pathname, clean({ ...keep, ...parameters }), {
      preserveState: true,
      preserveScroll: true,
    })
  }
  const isFiltered = Object.values(values).some(Boolean)
  const shown = columns.filter(({ key }) => !hidden.includes(key))
  return (
    <>
      {filters.length > 0 && (
        <form
          className="filters"
          role="search"
          onSubmit={(event) => {
            event.preventDefault()
            go(typed)
          }}
        >
          {filters
            .slice(0, folded ? SHOWN : undefined)
            .map((filter) =>
              filter.options ? (
                <Select
                  key={filter.name}
                  allowClear
                  showSearch={{ optionFilterProp: 'label' }}
                  placeholder={filter.label}
                  aria-label={filter.label}
                  options={filter.options}
                  value={typed[filter.name] ?? null}
                  onChange={(value) => setTyped({ ...typed, [filter.name]: value ?? undefined })}
                />
              ) : (
                <Input
                  key={filter.name}
                  allowClear
                  placeholder={filter.label}
                  aria-label={filter.label}
                  value={typed[filter.name] ?? ''}
                  onChange={(event) => setTyped({ ...typed, [filter.name]: event.target.value })}
                />
              )
            )}
          <div className="buttons">
            <Button type="primary" htmlType="submit">
              查询
            </Button>
            <Button
              onClick={() => {
                setTyped({})
                go({})
              }}
            >
              重置
            </Button>
            {filters.length > SHOWN && (
              <Button type="link" onClick={() => setFolded(!folded)}>
                {folded ? '展开' : '收起'}
              </Button>
            )}
          </div>
        </form>
      )}
      <div className="table-tools">
        {props.tools}
        <div className="right">
          <ColumnChoice columns={columns} hidden={hidden} onChange={setHidden} />
          <Button size="small" onClick={() => window.print()}>
            打印
          </Button>
          {props.exportPath !== null && (
            <ListExport<Row>
              paged={paged}
              rowKey={props.rowKey}
              columns={said(shown)}
              parameters={texts({ ...keep, ...values })}
              path={props.exportPath}
            />
          )}
        </div>
      </div>
      <Table<Row>
        size="middle"
        rowKey={props.rowKey}
        dataSource={paged.data}
        columns={drawn(shown)}
        scroll={{ x: 'max-content' }}
        rowSelection={
          props.selection && {
            selectedRowKeys: props.selection.selected,
            onChange: (keys) => props.selection!.onChange(keys.map(Number)),
            getTitleCheckboxProps: () => ({ 'aria-label': '选择本页全部' }),
            getCheckboxProps: (row) => ({
              'aria-label': `选择第 ${paged.data.indexOf(row) + 1} 行`,
              'disabled': props.selection!.selectable ? !props.selection!.selectable(row) : false,
            }),
          }
        }
        locale={{
          emptyText: (
            <Empty title={isFiltered ? '没有符合条件的记录' : props.empty.title}>
              {isFiltered ? '可以放宽条件后再查询。' : props.empty.hint}
            </Empty>
          ),
        }}
        pagination={{
          current: paged.meta.page,
          pageSize: paged.meta.perPage,
          // one more than counted, so that the next page can be reached
          total: paged.meta.total + (paged.meta.isMore ? 1 : 0),
          showSizeChanger: true,
          showQuickJumper: true,
          responsive: true,
          pageSizeOptions: [10, 20, 50, 100],
          showTotal: () =>
            paged.meta.isMore ? `${paged.meta.total} 条以上` : `共 ${paged.meta.total} 条`,
          onChange: (page, pageSize) => go({ ...values, page, pageSize }),
        }}
      />
    </>
  )
}

const clean = (parameters: Record<string, string | number | undefined>) =>
  Object.fromEntries(Object.entries(parameters).filter(([, value]) => value)) as Record<
    string,
    string | number
  >

const texts = (parameters: Record<string, string | undefined>) =>
  clean(parameters) as Record<string, string>
