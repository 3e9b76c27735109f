import type { Cells, ImportColumn, ImportDefinition } from '#imports/define_import'
import { Refusal } from '#web/refusal'

/** Which column of the sheet holds which column of the import, by the titles of its first row. */
export function placesOf(columns: ImportColumn[], header: unknown[]): number[] {
  const titles = header.map((title) => String(title ?? '').replace(/[*\s]/g, ''))
  const places = columns.map(({ title }) => titles.indexOf(title.replace(/\s/g, '')))
  const missing = columns.filter(({ required }, index) => required && places[index] < 0)
  if (missing.length > 0)
    throw new Refusal(
      'header',
      `第一行缺少列：${missing.map(({ title }) => title).join('、')}。请使用下载的模板填写。`
    )
  return places
}

/** The text of a row by column, and what is wrong with it before its meaning is asked. */
export function cellsOf(
  columns: ImportColumn[],
  places: number[],
  row: unknown[]
): { cells: Cells; faults: string[] } {
  const cells: Cells = {}
  const faults: string[] = []
  for (const [index, column] of columns.entries()) {
    const raw = places[index] < 0 ? null : row[places[index]]
    const text = textOf(raw)
    cells[column.key] = text
    if (column.required && !text) faults.push(`请填写${column.title}`)
    if (text.length > (column.maxLength ?? 200))
      faults.push(`${column.title}最多 ${column.maxLength ?? 200} 个字`)
    // Excel keeps 15 digits of a number: the rest of an ID number is lost already
    if (typeof raw === 'number' && Math.abs(raw) >= 1e15)
      faults.push(`${column.title}应为文本格式，数字格式已丢失末几位`)
  }
  return { cells, faults }
}

function textOf(raw: unknown): string {
  if (raw === null || raw === undefined) return ''
  if (typeof raw === 'string')
    return /^\d{4}-\d{2}-\d{2}T/.test(raw) ? raw.slice(0, 10) : raw.normalize('NFC').trim()
  if (typeof raw === 'boolean') return raw ? '是' : '否'
  return typeof raw === 'number' ? String(raw) : ''
}

/** What a drop-down's column holds, checked against its list. */
export async function listFaults(definition: ImportDefinition) {
  const lists = new Map<string, { title: string; values: Set<string> }>()
  for (const { key, title, list, isOpen } of definition.columns)
    if (list && !isOpen) lists.set(key, { title, values: new Set(await list()) })
  return (cells: Cells) =>
    [...lists].flatMap(([key, { title, values }]) =>
      cells[key] && !values.has(cells[key]) ? [`${title}“${cells[key]}”不在下拉列表中`] : []
    )
}
