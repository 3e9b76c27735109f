import { readFileSync } from 'node:fs'
import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler'
import QRCode from 'qrcode'
import { faultWords } from '#certificates/rendering/fault_words'
import { fillTemplate, type Filled } from '#certificates/rendering/fill_template'
import { loadFonts, missingGlyphs } from '#certificates/rendering/fonts'
import type { RenderAnswer, RenderJob } from '#certificates/rendering/render_job'

/** There is no such folder: every file a template can read is put there by us. */
const WORKSPACE = '/documents'
const LIBRARY = readFileSync(new URL('./lib.typ', import.meta.url), 'utf8')
/** The compiler keeps something of every source it saw; a new one forgets. */
const RECYCLE_AFTER = 250
const MAX_PAGES = 300
const MAX_SOURCE = 8_000_000
// one line, so that the lines below it are those of the template
const HEAD = (day: string) => {
  const [year, month, date] = day.split('-').map(Number)
  return `#set document(date: datetime(year: ${year}, month: ${month}, day: ${date})); #set text(font: ("Noto Serif SC", "LXGW WenKai"), lang: "zh", region: "cn", size: 12pt, cjk-latin-spacing: none)\n`
}

/** Template and data to PDF or SVG. Lives in a child process only: a template can run for ever or end its process. */
export class Typesetter {
  #fonts = loadFonts()
  #missing = missingGlyphs(this.#fonts)
  #compiler: NodeCompiler | null = null
  #used = 0

  render(job: RenderJob): RenderAnswer {
    let filled: Filled
    try {
      filled = fillTemplate(job.template, job.data)
    } catch (error) {
      return refuse(handlebarsFault(error as Error))
    }
    if (filled.source.length > MAX_SOURCE) return refuse('填充后的内容过长')
    const missing = this.#missing(readable(filled.source))
    if (missing.length > 0)
      return refuse(`缺字：字体中没有 ${missing.map((each) => named(each)).join('、')}，不能制证`)
    return this.#typeset(job, filled)
  }

  #typeset(job: RenderJob, filled: Filled): RenderAnswer {
    const compiler = this.#fresh()
    compiler.resetShadow()
    compiler.addSource(`${WORKSPACE}/lib.typ`, LIBRARY)
    compiler.mapShadow(`${WORKSPACE}/in/seal.txt`, Buffer.from(job.sealText ?? ''))
    compiler.mapShadow(`${WORKSPACE}/in/qr.svg`, Buffer.from(qrSvg(job.qrText ?? '')))
    if (job.photo) compiler.mapShadow(`${WORKSPACE}/in/photo.jpg`, Buffer.from(job.photo))
    for (const [name, bytes] of Object.entries(job.pictures ?? {}))
      compiler.mapShadow(`${WORKSPACE}/in/${name}`, Buffer.from(bytes))
    compiler.addSource(`${WORKSPACE}/main.typ`, HEAD(job.day) + filled.source)
    try {
      const run = compiler.compile({ mainFilePath: `${WORKSPACE}/main.typ` })
      const faults = this.#faults(compiler, run.takeError(), filled)
      if (job.strict) faults.push(...this.#faults(compiler, run.takeWarnings(), filled))
      if (faults.length > 0 || !run.result) return refuse(...faults)
      const { result } = run
      const pages = result.numOfPages
      const most = job.mostPages ?? MAX_PAGES
      if (pages > most) return refuse(`超过 ${most} 页`)
      const bytes =
        job.output === 'svg'
          ? Buffer.from(compiler.plainSvg(result))
          : compiler.pdf(result, {
              pdfStandard: 'a-2b',
              creationTimestamp: Date.parse(`${job.day}T00:00:00Z`) / 1000,
            })
      return { ok: true, bytes, pages }
    } catch (error) {
      // what the export refuses comes as a text without a line
      const [, message] = /message: "([^"]+)"/.exec((error as Error).message) ?? []
      return refuse(faultWords(message ?? '导出失败'))
    } finally {
      compiler.evictCache(10)
    }
  }

  #fresh(): NodeCompiler {
    if (!this.#compiler || this.#used++ >= RECYCLE_AFTER) {
      this.#compiler = NodeCompiler.create({
        workspace: WORKSPACE,
        fontArgs: [{ fontBlobs: this.#fonts }],
      })
      this.#used = 1
    }
    return this.#compiler
  }

  #faults(compiler: NodeCompiler, error: NodeError | null, filled: Filled): string[] {
    if (!error) return []
    return (compiler.fetchDiagnostics(error) as Diagnostic[]).map(({ message, path, range }) =>
      range && path.endsWith('main.typ')
        ? `第 ${filled.lineOf(range.start.line)} 行：${faultWords(message)}`
        : faultWords(message)
    )
  }
}

interface Diagnostic {
  message: string
  path: string
  range: { start: { line: number } } | null
}

const refuse = (...faults: string[]): RenderAnswer => ({
  ok: false,
  faults: faults.length > 0 ? faults : ['没有生成文件'],
})

/** Source with its `\u{…}` as the characters they stand for. */
const readable = (source: string) =>
  source.replace(/\\u\{([0-9a-f]+)\}/g, (_, hex: string) =>
    String.fromCodePoint(Number.parseInt(hex, 16))
  )

const named = (character: string) =>
  `“${character}”（U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}）`

function handlebarsFault({ message }: Error): string {
  const [, name, line] = /"?([\w.]+)"? not defined in .* - (\d+):\d+/.exec(message) ?? []
  if (name) return `第 ${line} 行：没有数据 ${name}`
  const [, at] = /Parse error on line (\d+)/.exec(message) ?? []
  return at ? `第 ${at} 行：模板语法有误` : `模板语法有误（${message.split('\n')[0]}）`
}

/** One path of runs: small, sharp at any size. */
function qrSvg(text: string): string {
  const { modules } = QRCode.create(text || ' ', { errorCorrectionLevel: 'M' })
  const { size } = modules
  let path = ''
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      if (!modules.get(y, x)) continue
      let wide = 1
      while (x + wide < size && modules.get(y, x + wide)) wide++
      path += `M${x} ${y}h${wide}v1h-${wide}z`
      x += wide
    }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${path}"/></svg>`
}
