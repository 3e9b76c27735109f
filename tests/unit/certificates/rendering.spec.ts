import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import { checkTemplate } from '#certificates/rendering/check_template'
import { escapeTypst } from '#certificates/rendering/escape'
import { fillTemplate } from '#certificates/rendering/fill_template'
import {
  DocumentRefused,
  endRendering,
  renderDocument,
} from '#certificates/rendering/render_document'
import type { RenderJob } from '#certificates/rendering/render_job'
import { allProvinces } from '#province/registry'
import { sampleCertificate } from '#province/sample_certificate'

const job = (template: string, data: Record<string, unknown>, more: Partial<RenderJob> = {}) =>
  renderDocument({ template, data, day: '2026-06-01', output: 'pdf', ...more })

const faultsOf = async (work: Promise<unknown>): Promise<string[]> => {
  try {
    await work
    return []
  } catch (error) {
    if (error instanceof DocumentRefused) return error.faults
    throw error
  }
}

/** Names that would be commands if they were taken for the template's own text. */
const HOSTILE = [
  '#import "x"',
  ']',
  '"',
  '\\',
  '$x^2$',
  '#read("/lib.typ")',
  '"+read("/lib.typ")+"',
  ') #read("/lib.typ") #(',
  '\\u{23}read("/lib.typ")',
  '`raw` *b* _i_ <l> @r',
  '= 标题',
  '// 注释 /* */',
  '张三\u0000\u202e李四\u200b',
  '{{constructor}}',
  '；#panic()',
]

test.group('rendering', (group) => {
  group.teardown(() => endRendering())

  test('[HU-67] [HB-62] every document of every province is made from its sample', async ({
    assert,
  }) => {
    for (const { id, templates } of allProvinces())
      for (const [name, { source, sample }] of Object.entries(templates))
        assert.deepEqual(await checkTemplate(source, sample), [], `${id} ${name}`)
  })

  test('a certificate is PDF/A-2b, one page, and the same bytes each time', async ({ assert }) => {
    const { source } = allProvinces()[0].templates.certificate
    const made = () => job(source, sampleCertificate, { qrText: 'http://localhost/c/x' })
    const first = await made()
    endRendering()
    const second = await made()
    const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
    assert.equal(digest(first.bytes), digest(second.bytes))
    assert.equal(first.pages, 1)
    const text = first.bytes.toString('latin1')
    assert.isTrue(text.startsWith('%PDF-1.7'))
    assert.match(text, /pdfaid:part>2<.*pdfaid:conformance>B</s)
  })

  test('a hostile name stays a name, in text and between quotes', async ({ assert }) => {
    const template = '#import "/lib.typ": kai\n#let quoted = {{str name}}\n#kai[{{name}}] #quoted'
    for (const name of HOSTILE) {
      const { source } = fillTemplate(template, { name })
      const [, value] = source.split('\n')
      assert.match(value, /^#let quoted = "[^"#\\]*(\\u\{[0-9a-f]+\}[^"#\\]*)*"$/, name)
      assert.deepEqual(await faultsOf(job(template, { name })), [], name)
    }
    assert.equal(escapeTypst('欧阳㛃䶮𠮷·2026'), '欧阳㛃䶮𠮷·2026')
    assert.equal(escapeTypst(null), '')
  })

  test('a character no font has is refused by name', async ({ assert }) => {
    const faults = await faultsOf(job('#[{{name}}]', { name: '王\u{2f00a}\ue863' }))
    assert.lengthOf(faults, 1)
    assert.match(faults[0], /^缺字：.*U\+2F00A.*U\+E863/)
    assert.deepEqual(await faultsOf(job('#[{{name}}]', { name: '欧阳㛃䶮𠮷𬱖𪚥𡈽' })), [])
  })

  test('faults name the line of the template in Chinese', async ({ assert }) => {
    const lines = [
      '#import "/lib.typ": kai',
      '{{#each rows}}',
      '#kai[{{name}}]',
      '{{/each}}',
      '{{#if more}}',
      '#kai[更多]',
      '{{/if}}',
      '#kai[完]',
    ]
    const data = { rows: [{ name: '甲' }, { name: '乙' }], more: true }
    const withLine = (at: number, text: string) =>
      lines.map((line, index) => (index === at - 1 ? text : line)).join('\n')
    const cases: [string, RegExp][] = [
      [withLine(3, '#kaii[{{name}}]'), /^第 3 行：没有定义 kaii/],
      [withLine(6, '#kai[更多'), /^第 6 行：括号没有闭合/],
      [withLine(8, '#image("/etc/passwd")'), /^第 8 行：没有这个文件/],
      [withLine(8, '#image("/in/../../x.png")'), /^第 8 行：没有这个文件/],
      [withLine(8, '#while true {}'), /^第 8 行：循环或递归没有尽头/],
      [withLine(8, '#import "@preview/cetz:0.3.0"'), /^第 8 行：不能使用外部程序包/],
      [withLine(3, '#kai[{{nmae}}]'), /^第 3 行：没有数据 nmae/],
      [withLine(8, '#text(font: "Arial")[完]'), /^第 8 行：没有字体 arial/],
    ]
    for (const [template, expected] of cases) {
      const [fault] = await faultsOf(job(template, data, { strict: true }))
      assert.match(fault ?? 'none', expected, template)
    }
    assert.deepEqual(await faultsOf(job(lines.join('\n'), data)), [])
  })

  test('[HB-62] a document is bounded at 300 pages, a list of our own by what it may have', async ({
    assert,
  }) => {
    const pages = '#for page in range(301) { pagebreak(weak: false) }'
    assert.deepEqual(await faultsOf(job(pages, {})), ['超过 300 页'])
    assert.deepEqual(await faultsOf(job(pages, {}, { mostPages: 400 })), [])
  })

  test('a template that never ends or eats memory is stopped; the next document is made', async ({
    assert,
  }) => {
    const run = (template: string) =>
      renderDocument(
        { template, data: {}, day: '2026-06-01', output: 'pdf' },
        { lane: 'preview', timeoutMs: 3_000 }
      )
    const [memory] = await faultsOf(run('#let x = "a" * 6000000000\n#x.len()'))
    assert.match(memory, /内存|时限|没有|有误/)
    const [endless] = await faultsOf(
      run('#let f(n) = { let x = 0; for i in range(n) { x += i }; x }\n#range(20000).map(f).sum()')
    )
    assert.match(endless, /时限/)
    assert.deepEqual(await faultsOf(run('好')), [])
  })
})

test.group('minutes of a meeting', (group) => {
  group.teardown(() => endRendering())

  const path = '../../../app/certificates/minutes/minutes.typ.hbs'
  const template = readFileSync(new URL(path, import.meta.url), 'utf8')
  const words = [
    'committee',
    'organization',
    'size',
    'name',
    'place',
    'staff',
    'startsOn',
    'endsOn',
  ]
  const minutes = (signers: number, chaired = false) => ({
    ...Object.fromEntries(words.map((key) => [key, '示例'])),
    ...{ presentCount: signers, caseCount: 1, passed: 1, notPassed: 0, rule: '无记名投票' },
    presentNames: Array(signers).fill('赵示例').join('、'),
    awayNames: '钱示例（缺席：突发疾病，不能到会）、孙示例（退出：临时有紧急公务）',
    ballots: [{ round: 1, words: '开启，结束。应出席不少于 17 人，票源 23 人。' }],
    chaired,
    signers: Array(signers).fill({ office: '评委', name: '赵示例' }),
    rows: [],
  })

  test('[HN-20] a committee of 25 signs on one sheet, seal and date with it; only a chair announces', async ({
    assert,
  }) => {
    assert.equal((await job(template, minutes(25))).pages, 2)
    assert.notInclude(fillTemplate(template, minutes(5)).source, '主任宣布')
    assert.include(fillTemplate(template, minutes(5, true)).source, '主任宣布')
  })
})
