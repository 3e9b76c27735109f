import { atMost, type Ratio } from '#bench/ratio'
import { endRendering, renderDocument } from '#certificates/rendering/render_document'
import { readFile } from 'node:fs/promises'

const SMALL = 500
const LARGE = 5000
const ROUNDS = 3

const TEMPLATE = `#set page(width: 210mm, height: 297mm, margin: 25mm)
#align(center, text(size: 22pt, fill: rgb("#c8161d"), weight: "bold")[关于公布任职资格的通知])
#table(columns: (1.2cm, 1fr, 2fr, 1.4fr), table.header[序号][姓名][工作单位][资格名称],
{{#each people}}
[{{number}}], [{{name}}], [{{unit}}], [{{title}}],
{{/each}}
)`

const people = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    name: `示例${String.fromCodePoint(0x4e00 + (index % 2000))}`,
    unit: `示例单位第${index % 300}分院`,
    title: '高级工程师',
  }))

/** Highest memory of this process's children so far, in MiB; the number says whether a list eats the machine. */
async function memory() {
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '')
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
}

async function once(count: number) {
  endRendering()
  const since = performance.now()
  const { bytes, pages } = await renderDocument(
    { template: TEMPLATE, data: { people: people(count) }, day: '2026-06-01', output: 'pdf' },
    { lane: 'large', timeoutMs: 120_000 }
  )
  return { took: performance.now() - since, bytes: bytes.length, pages }
}

/** One document with thousands of names, in a child of its own: its time must not grow faster than its list. */
export async function run(): Promise<Ratio[]> {
  try {
    const took = { small: [] as number[], large: [] as number[] }
    let last = await once(SMALL)
    for (let round = 0; round < ROUNDS; round++) {
      took.small.push((await once(SMALL)).took / SMALL)
      last = await once(LARGE)
      took.large.push(last.took / LARGE)
    }
    console.log(
      `${LARGE} names: ${last.pages} pages, ${Math.round(last.bytes / 1024)} KB, parent at ${Math.round(await memory())} MiB`
    )
    const middle = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1]
    return [
      atMost(1.2, {
        name: `a name in a document of ${LARGE.toLocaleString('en')}, against one of ${SMALL}`,
        unit: 'ms',
        ours: middle(took.large),
        theirs: middle(took.small),
      }),
    ]
  } finally {
    endRendering()
  }
}
