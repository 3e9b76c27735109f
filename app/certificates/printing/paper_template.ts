import type { PaperRules } from '#province/paper'
import { PAPER_FIELDS } from '#province/paper'

export interface Offset {
  /** millimetres to the right and down */
  dx: number
  dy: number
}

/** A sheet's data: the fields of the certificate, and the name of its picture where the stock has room for one. */
export interface Sheet {
  [field: string]: string
}

const LIBRARY = '#import "/lib.typ": at, fit\n'
const mm = (value: number) => `${Math.round(value * 10) / 10}`
const frame = (x: number, y: number, width: number, height: number) =>
  `#at(${mm(x)}, ${mm(y)}, rect(width: ${mm(width)}mm, height: ${mm(height)}mm, stroke: 0.15mm + luma(170)))`

const page = ({ width, height }: PaperRules, content: string) =>
  `#page(width: ${mm(width)}mm, height: ${mm(height)}mm, margin: 0mm)[\n${content}\n]`

function line({ field, x, y, width, size }: PaperRules['fields'][number], { dx, dy }: Offset) {
  return `#at(${mm(x + dx)}, ${mm(y + dy)}, fit(${mm(width)}mm, text(size: ${size}pt)[{{${field}}}]))`
}

/** One page a certificate, with nothing on it but what the stock lacks; `list` names the sheets in the data. */
export function sheetsTemplate(layouts: { paper: PaperRules; list: string }[], offset: Offset) {
  const { dx, dy } = offset
  const pages = layouts.map(({ paper, list }) => {
    const { photo } = paper
    const picture = photo
      ? `\n{{#if photo}}\n#at(${mm(photo.x + dx)}, ${mm(photo.y + dy)}, image({{str photo}}, width: ${mm(photo.width)}mm, height: ${mm(photo.height)}mm, fit: "cover"))\n{{/if}}`
      : ''
    const lines = paper.fields.map((each) => line(each, offset)).join('\n')
    return `{{#each ${list}}}\n${page(paper, lines + picture)}\n{{/each}}`
  })
  return LIBRARY + pages.join('\n')
}

/** Where the cross of the test page has to be, from the left and the upper edge. */
export const CROSS = 20

/** A sheet of plain paper to hold against the stock: a grid of 5 mm, a cross to measure, a frame for each field. */
export function testPageTemplate(paper: PaperRules, { dx, dy }: Offset): string {
  const grid = `#for i in range(1, ${Math.ceil(paper.width / 5)}) { at(i * 5, 0, line(angle: 90deg, length: ${mm(paper.height)}mm, stroke: (if calc.rem(i, 2) == 0 { 0.1mm } else { 0.05mm }) + luma(215))) }
#for i in range(1, ${Math.ceil(paper.height / 5)}) { at(0, i * 5, line(length: ${mm(paper.width)}mm, stroke: (if calc.rem(i, 2) == 0 { 0.1mm } else { 0.05mm }) + luma(215))) }`
  const [x, y] = [CROSS + dx, CROSS + dy]
  const cross = `#at(${mm(x - 8)}, ${mm(y)}, line(length: 16mm, stroke: 0.3mm))
#at(${mm(x)}, ${mm(y - 8)}, line(angle: 90deg, length: 16mm, stroke: 0.3mm))
#at(${mm(x + 2)}, ${mm(y - 5)}, text(size: 8pt)[十字中心应距左边、上边各 ${CROSS} 毫米])`
  const fields = paper.fields.flatMap((each) => [
    frame(each.x + dx, each.y + dy - 1, each.width, each.size * 0.36 + 2.5),
    `#at(${mm(each.x + dx)}, ${mm(each.y + dy)}, text(size: ${Math.min(each.size, 10)}pt)[${PAPER_FIELDS[each.field]}])`,
  ])
  const { photo } = paper
  const picture = photo
    ? [
        frame(photo.x + dx, photo.y + dy, photo.width, photo.height),
        `#at(${mm(photo.x + dx + 4)}, ${mm(photo.y + dy + 4)}, text(size: 9pt)[照片])`,
      ]
    : []
  return LIBRARY + page(paper, [grid, cross, ...fields, ...picture].join('\n'))
}
