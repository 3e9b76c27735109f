import Handlebars from 'handlebars'
import { escapeTypst } from '#certificates/rendering/escape'
import { TEMPLATE_HELPERS } from '#province/lint_template'

/** Typst source made from a template, and the template's line for each of its lines. */
export interface Filled {
  source: string
  /** both counted from 1 */
  lineOf(line: number): number
}

const OPEN = '\ue000'
const CLOSE = '\ue001'
const MARKS = new RegExp(`${OPEN}(\\d+)${CLOSE}`, 'g')
const LEADING = new RegExp(`^(?:${OPEN}\\d+${CLOSE})*`)
const numbersIn = (text: string) => [...text.matchAll(MARKS)].map(([, number]) => Number(number))
const mark = (line: number) => `${OPEN}${line}${CLOSE}`

/**
 * An own Handlebars whose `{{ }}` escapes for Typst: the usual escaping is for HTML and is shared by all instances, so
 * the compiler is made to call ours.
 */
function typstHandlebars() {
  const own = Handlebars.create() as typeof Handlebars & { JavaScriptCompiler: any }
  class Compiler extends (Handlebars as any).JavaScriptCompiler {
    appendEscaped() {
      this.pushSource(
        this.appendToBuffer([this.aliasable('helpers.__escape'), '(', this.popStack(), ',{})'])
      )
    }
  }
  Compiler.prototype.compiler = Compiler
  own.JavaScriptCompiler = Compiler
  own.registerHelper('__escape', (value: unknown) =>
    value instanceof own.SafeString ? value.toString() : escapeTypst(value)
  )
  own.registerHelper('date', dayWords)
  // a literal of Typst's own code: #seal({{str issuer}})
  own.registerHelper('str', (value: unknown) => new own.SafeString(`"${escapeTypst(value)}"`))
  return own
}

/** `2026-06-01` as it stands on paper. */
function dayWords(value: unknown): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?/.exec(String(value ?? '')) ?? []
  if (!year) return ''
  return `${year}年${Number(month)}月${day ? `${Number(day)}日` : ''}`
}

const handlebars = typstHandlebars()
const compiled = new Map<string, Handlebars.TemplateDelegate>()

/** Fills a template with data; throws Handlebars' error with its line where a value is missing. */
export function fillTemplate(template: string, data: Record<string, unknown>): Filled {
  const text = compile(template)(data)
  const lines: number[] = []
  let current = 1
  const source = text
    .split('\n')
    .map((line) => {
      // of several marks before the first text, the last is where that text stands
      lines.push(numbersIn(LEADING.exec(line)![0]).at(-1) ?? current)
      current = numbersIn(line).at(-1) ?? current
      return line.replace(MARKS, '')
    })
    .join('\n')
  return { source, lineOf: (line) => lines[line - 1] ?? current }
}

function compile(template: string): Handlebars.TemplateDelegate {
  const known = compiled.get(template)
  if (known) return known
  // never anything but text: a tree from outside could hold code
  if (typeof template !== 'string') throw new TypeError('a template is text')
  const tree = handlebars.parse(template)
  markLines(tree)
  const made = handlebars.compile(tree, {
    strict: true,
    knownHelpersOnly: true,
    knownHelpers: {
      ...Object.fromEntries(TEMPLATE_HELPERS.map((name) => [name, true])),
      log: false,
      lookup: false,
    },
  })
  if (compiled.size > 100) compiled.clear()
  compiled.set(template, made)
  return made
}

/** Puts the line before each piece of fixed text, so that a line of the result is known to be one of the template. */
function markLines(program: hbs.AST.Program | undefined) {
  for (const node of program?.body ?? []) {
    if (node.type === 'ContentStatement') {
      const content = node as hbs.AST.ContentStatement & { original: string }
      // whitespace around blocks was cut off before
      const cut = Math.max(0, content.original.indexOf(content.value))
      let line = content.loc.start.line + content.original.slice(0, cut).split('\n').length - 1
      content.value = mark(line) + content.value.replace(/\n/g, () => `\n${mark(++line)}`)
    }
    const block = node as hbs.AST.BlockStatement
    markLines(block.program)
    markLines(block.inverse)
  }
}
