import { Button, Input, Table, type TableProps } from 'antd'
import { useState, type ReactNode } from 'react'
import { ColumnChoice, useHidden } from './column_choice'
import { drawn, said, type Column } from './data_table'
import { ListExport } from './list_export'

interface Props<Row> {
  /** remembers the choice of columns under this name */
  name: string
  rows: Row[]
  rowKey: keyof Row & string
  columns: Column<Row>[]
  empty?: ReactNode
  /** what of a row the search looks through, and what it is called */
  search?: { label: string; text: (row: Row) => string }
  tools?: ReactNode
  /** where the server writes the file of this list itself */
  exportPath?: string
  /** a dialog is not printed; a page of several lists is printed as a whole */
  printable?: boolean
  pageSize?: number
  size?: TableProps['size']
  rowSelection?: TableProps<Row>['rowSelection']
}

/** A short list that its page has as a whole: search, choice of columns, print, export, paging on the page (HN-21). */
export function WholeTable<Row extends object>(props: Props<Row>) {
  const { name, rows, rowKey, columns, search, printable = true, pageSize = 20 } = props
  const [hidden, setHidden] = useHidden(name)
  const [q, setQ] = useState('')
  const found = search ? rows.filter((row) => search.text(row).includes(q.trim())) : rows
  const shown = columns.filter(({ key }) => !hidden.includes(key))
  return (
    <>
      <div className="table-tools">
        {search && (
          <Input.Search
            allowClear
            aria-label={search.label}
            placeholder={search.label}
            style={{ maxWidth: 280 }}
            onSearch={setQ}
            onChange={(event) => setQ(event.target.value)}
          />
        )}
        {props.tools}
        <div className="right">
          <ColumnChoice columns={columns} hidden={hidden} onChange={setHidden} />
          {printable && (
            <Button size="small" onClick={() => window.print()}>
              打印
            </Button>
          )}
          <ListExport<Row>
            paged={{ data: found, meta: { total: found.length, page: 1, perPage: found.length } }}
            rowKey={rowKey}
            columns={said(shown)}
            parameters={{}}
            path={props.exportPath}
          />
        </div>
      </div>
      <Table<Row>
        size={props.size ?? 'middle'}
        rowKey={rowKey}
        dataSource={found}
        columns={drawn(shown)}
        scroll={{ x: 'max-content' }}
        rowSelection={
          props.rowSelection && {
            getTitleCheckboxProps: () => ({ 'aria-label': '选择全部' }),
            getCheckboxProps: (row) => ({ 'aria-label': `选择第 ${found.indexOf(row) + 1} 行` }),
            ...props.rowSelection,
          }
        }
        locale={{ emptyText: q ? '没有符合条件的记录' : (props.empty ?? '没有记录') }}
        pagination={
          found.length > pageSize && {
            defaultPageSize: pageSize,
            showSizeChanger: true,
            showTotal: (total) => `共 ${total} 条`,
          }
        }
      />
    </>
  )
}
