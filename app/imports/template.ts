import { writeXlsx } from 'hucre/xlsx'
import type { ImportColumn, ImportDefinition } from '#imports/define_import'

const LIST_SHEET = '选项'
const ROWS = 5000

/** The workbook to fill in: one column a field, drop-downs where only known values are right (HU-34). */
export async function templateOf({ label, columns }: ImportDefinition): Promise<Uint8Array> {
  const lists: { index: number; column: ImportColumn; values: string[] }[] = []
  for (const [index, column] of columns.entries())
    if (column.list) lists.push({ index, column, values: await column.list() })
  const height = Math.max(1, ...lists.map(({ values }) => values.length))
  return writeXlsx({
    sheets: [
      {
        name: label.slice(0, 31),
        columns: columns.map(({ title, required, width }) => ({
          header: required ? `*${title}` : title,
          width: width ?? Math.max(14, title.length * 2 + 6),
          numFmt: '@',
        })),
        rows: [columns.map(({ title, required }) => (required ? `*${title}` : title))],
        freezePane: { rows: 1 },
        dataValidations: [
          ...lists.map(({ index, column, values }, place) => ({
            type: 'list' as const,
            formula1: `${LIST_SHEET}!$${letter(place)}$1:$${letter(place)}$${Math.max(1, values.length)}`,
            allowBlank: true,
            showErrorMessage: !column.isOpen,
            errorTitle: column.title,
            errorMessage: '请从下拉列表中选择。',
            range: `${letter(index)}2:${letter(index)}${ROWS}`,
          })),
          ...columns.flatMap(({ hint, list }, index) =>
            hint && !list
              ? [
                  {
                    type: 'textLength' as const,
                    operator: 'lessThanOrEqual' as const,
                    formula1: String(columns[index].maxLength ?? 200),
                    allowBlank: true,
                    showInputMessage: true,
                    inputTitle: columns[index].title,
                    inputMessage: hint,
                    range: `${letter(index)}2:${letter(index)}${ROWS}`,
                  },
                ]
              : []
          ),
        ],
      },
      ...(lists.length > 0
        ? [
            {
              name: LIST_SHEET,
              veryHidden: true,
              rows: Array.from({ length: height }, (_, row) =>
                lists.map(({ values }) => values[row] ?? null)
              ),
            },
          ]
        : []),
    ],
  })
}

const letter = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : letter(Math.floor(index / 26) - 1) + letter(index % 26)
