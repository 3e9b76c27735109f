import { usePage } from '@inertiajs/react'
import { App, Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { Column, Paged } from './data_table'
import { useUrl } from './site'

/** More than this a list gives only where the server writes its file. */
const MOST = 10_000
const AT_ONCE = 100

interface Props<Row> {
  paged: Paged<Row>
  rowKey: keyof Row & string
  columns: Column<Row>[]
  /** what the address does not say of what is shown */
  parameters: Record<string, string>
  /** where the server writes the file of this list itself, under the same filters */
  path?: string
}

/** 导出: the list under its filters, on all its pages, with the columns shown, as an Excel file. */
export function ListExport<Row extends object>({
  paged,
  rowKey,
  columns,
  parameters,
  path,
}: Props<Row>) {
  const { props, component, version } = usePage()
  const { message } = App.useApp()
  const url = useUrl()
  const [count, setCount] = useState<number | null>(null)
  const { cellsOf, sheet } = useCells(columns)
  const place = placeOf(props, paged)
  const isWhole = paged.data.length >= paged.meta.total && !paged.meta.isMore

  if (path)
    return (
      <Button size="small" href={url(path) + search({}, parameters)} download>
        导出
      </Button>
    )
  if (!place && !isWhole) return null

  const pageOf = async (number: number): Promise<Row[]> => {
    const at = search({ page: String(number), pageSize: String(AT_ONCE) }, parameters)
    const answer = await fetch(window.location.pathname + at, {
      headers: {
        'accept': 'application/json',
        'x-inertia': 'true',
        'x-inertia-version': version ?? '',
        'x-inertia-partial-component': component,
        'x-inertia-partial-data': place![0],
      },
    })
    if (!answer.ok) throw new Error(String(answer.status))
    const page = (await answer.json()) as { props: Record<string, unknown> }
    const found = place!.reduce<any>((value, name) => value?.[name], page.props) as Paged<Row>
    return found.data
  }
  const write = async () => {
    const known = new Set<unknown>()
    const cells: string[][] = []
    for (let number = 1; ; number++) {
      const rows = isWhole ? paged.data : await pageOf(number)
      // rows that came in meanwhile move others to the next page
      const fresh = rows.filter((row) => !known.has(row[rowKey]))
      for (const row of fresh) known.add(row[rowKey])
      cells.push(...(await cellsOf(fresh, cells.length)))
      setCount(cells.length)
      if (isWhole || rows.length < AT_ONCE) return save(columns, cells)
      if (cells.length >= MOST) return tooMany()
    }
  }
  const tooMany = () =>
    void message.warning(`超过 ${MOST} 条，请先用查询条件缩小范围，再分次导出。`)
  const start = async () => {
    if (paged.meta.total > MOST) return tooMany()
    setCount(0)
    try {
      await write()
    } catch {
      message.error('网络中断或登录已过期，没有导出，请刷新页面后重试。')
    } finally {
      setCount(null)
    }
  }
  return (
    <>
      <Button
        size="small"
        loading={count !== null}
        disabled={paged.data.length === 0}
        onClick={() => void start()}
      >
        {count ? `已读取 ${count} 条` : '导出'}
      </Button>
      {sheet}
    </>
  )
}

/** Query string of the page with other parameters; paging is left out unless given. */
function search(more: Record<string, string>, parameters: Record<string, string>) {
  const query = new URLSearchParams(window.location.search)
  for (const name of ['page', 'pageSize']) query.delete(name)
  for (const [name, value] of Object.entries({ ...parameters, ...more })) query.set(name, value)
  return query.size > 0 ? `?${query}` : ''
}

/** Where among the props of the page a list lies, so that its other pages can be asked for. */
function placeOf(props: object, list: unknown, depth = 0): string[] | null {
  for (const [name, value] of Object.entries(props)) {
    if (value === list) return [name]
    if (depth === 2 || typeof value !== 'object' || value === null || Array.isArray(value)) continue
    const inner = placeOf(value, list, depth + 1)
    if (inner) return [name, ...inner]
  }
  return null
}

/** Cells as they are read on the page: drawn once outside of the window, so that the file says what the list says. */
function useCells<Row extends object>(columns: Column<Row>[]) {
  const [job, setJob] = useState<{
    rows: Row[]
    from: number
    read: (cells: string[][]) => void
  } | null>(null)
  const table = useRef<HTMLTableElement>(null)
  useEffect(() => {
    if (!job) return
    job.read(
      [...table.current!.rows].map((row) =>
        [...row.cells].map((cell) => cell.innerText.trim().replace(/^—$/, ''))
      )
    )
    setJob(null)
  }, [job])
  const cellsOf = (rows: Row[], from: number) =>
    new Promise<string[][]>((read) => setJob({ rows, from, read }))
  const sheet = job && (
    <table ref={table} className="off-window" aria-hidden>
      <tbody>
        {job.rows.map((row, index) => (
          <tr key={index}>
            {columns.map((column) => (
              <td key={column.key}>{shownIn(column, row, job.from + index)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
  return { cellsOf, sheet }
}

function shownIn<Row extends object>({ dataIndex, render }: Column<Row>, row: Row, index: number) {
  const value = dataIndex === undefined ? undefined : row[dataIndex as keyof Row]
  return (render ? render(value as never, row, index) : value) as React.ReactNode
}

async function save(columns: { title: string }[], rows: string[][]) {
  const { writeXlsx } = await import('hucre/xlsx')
  const name = document.querySelector('h1')?.textContent ?? '列表'
  const bytes = await writeXlsx({
    sheets: [
      {
        name: name.replace(/[[\]:*?/\\']/g, ' ').slice(0, 31),
        // text columns: what looks like a formula or a long number stays text
        columns: columns.map(({ title }, at) => ({
          width: widthOf([title, ...rows.slice(0, 200).map((row) => row[at])]),
          numFmt: '@',
        })),
        rows: [columns.map(({ title }) => title), ...rows],
        freezePane: { rows: 1 },
      },
    ],
  })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([bytes as BlobPart]))
  link.download = `${name}.xlsx`
  link.click()
  URL.revokeObjectURL(link.href)
}

const widthOf = (texts: string[]) =>
  Math.min(50, Math.max(8, ...texts.map((text) => text.length * 1.8 + 2)))
