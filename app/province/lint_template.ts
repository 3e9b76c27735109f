import Handlebars from 'handlebars'

/** Helpers a template may call beside the blocks `each`, `if`, `unless` and `with`. */
export const TEMPLATE_HELPERS = ['date', 'str']
const BLOCKS = ['each', 'if', 'unless', 'with']
const LOOP_DATA = ['index', 'first', 'last', 'key']
// properties that lead out of plain data
const FORBIDDEN = ['constructor', '__proto__', 'prototype']
const MAX_LENGTH = 200_000
const MAX_DEPTH = 8

interface Scope {
  /** contexts from outer to inner */
  contexts: unknown[]
  /** block parameters, `{{#each papers as |paper|}}` */
  named: Record<string, unknown>
}

/**
 * Faults of a template with their lines, in Chinese. Strict rendering stays silent on a missing `{{#if x}}` or
 * `{{#each x}}`, so every path is followed through the sample, which has the shape of the real data.
 */
export function templateFaults(source: string, sample: Record<string, unknown>): string[] {
  if (typeof source !== 'string' || source.trim() === '') return ['模板为空']
  if (source.length > MAX_LENGTH) return [`模板不得超过 ${MAX_LENGTH} 个字`]
  try {
    return new Linter().faultsOf(Handlebars.parse(source), sample)
  } catch (error) {
    const [, line] = /^Parse error on line (\d+)/.exec((error as Error).message) ?? []
    return [line ? `第 ${line} 行：花括号或块没有写完整` : '花括号或块没有写完整']
  }
}

class Linter {
  #faults: string[] = []

  faultsOf(program: hbs.AST.Program, sample: unknown) {
    this.#program(program, { contexts: [sample], named: {} }, 1)
    return this.#faults
  }

  #fault(node: hbs.AST.Node, message: string) {
    this.#faults.push(`第 ${node.loc.start.line} 行：${message}`)
  }

  #program(program: hbs.AST.Program | undefined, scope: Scope, depth: number) {
    for (const node of program?.body ?? []) {
      if (depth > MAX_DEPTH) return this.#fault(node, `嵌套不得超过 ${MAX_DEPTH} 层`)
      this.#statement(node, scope, depth)
    }
  }

  #statement(node: hbs.AST.Statement, scope: Scope, depth: number) {
    switch (node.type) {
      case 'ContentStatement':
      case 'CommentStatement':
        return
      case 'MustacheStatement':
        return this.#mustache(node as hbs.AST.MustacheStatement, scope)
      case 'BlockStatement':
        return this.#block(node as hbs.AST.BlockStatement, scope, depth)
      default:
        this.#fault(node, '不能使用局部模板或装饰器')
    }
  }

  #mustache(node: hbs.AST.MustacheStatement, scope: Scope) {
    // `escaped` stands in the syntax tree but not in its types
    if (!(node as { escaped?: boolean }).escaped)
      this.#fault(node, '不能使用不转义的 {{{ }}} 或 {{& }}')
    const isCall = node.params.length > 0 || node.hash !== undefined
    if (isCall) this.#call(node, scope)
    else this.#value(node.path, scope)
  }

  #call(node: hbs.AST.MustacheStatement | hbs.AST.SubExpression, scope: Scope) {
    const name = nameOf(node.path)
    if (!TEMPLATE_HELPERS.includes(name)) this.#fault(node, `没有辅助函数 ${name}`)
    for (const param of node.params) this.#value(param, scope)
    for (const { value } of node.hash?.pairs ?? []) this.#value(value, scope)
  }

  #block(node: hbs.AST.BlockStatement, scope: Scope, depth: number) {
    const name = nameOf(node.path)
    if (!BLOCKS.includes(name)) return this.#fault(node, `没有块 ${name}`)
    if (node.params.length !== 1) return this.#fault(node, `${name} 应有一个参数`)
    const value = this.#value(node.params[0], scope)
    const inner = name === 'each' ? this.#listItem(node, value) : value
    const opens = name === 'each' || name === 'with'
    const [param] = node.program?.blockParams ?? []
    this.#program(
      node.program,
      {
        contexts: opens ? [...scope.contexts, inner] : scope.contexts,
        named: param ? { ...scope.named, [param]: inner } : scope.named,
      },
      depth + 1
    )
    this.#program(node.inverse, scope, depth + 1)
  }

  #listItem(node: hbs.AST.BlockStatement, value: unknown): unknown {
    if (value === undefined) return undefined
    if (!Array.isArray(value)) return this.#fault(node, `${nameOf(node.params[0])} 不是列表`)
    if (value.length === 0)
      return this.#fault(node, `样例中 ${nameOf(node.params[0])} 没有记录，无法检查`)
    return value[0]
  }

  /** The sample's value; undefined, with a fault, where the sample has none. */
  #value(node: hbs.AST.Expression, scope: Scope): unknown {
    if (node.type === 'SubExpression') return this.#call(node as hbs.AST.SubExpression, scope)
    if (node.type !== 'PathExpression') return (node as hbs.AST.StringLiteral).value
    const path = node as hbs.AST.PathExpression
    const parts = path.parts.map(String)
    if (parts.some((part) => FORBIDDEN.includes(part)))
      return this.#fault(node, `不能使用 ${path.original}`)
    if (path.data) {
      if (parts[0] === 'root') return this.#follow(path, scope.contexts[0], parts.slice(1))
      if (!LOOP_DATA.includes(parts[0])) this.#fault(node, `没有变量 ${path.original}`)
      return undefined
    }
    if (Object.hasOwn(scope.named, parts[0] ?? ''))
      return this.#follow(path, scope.named[parts[0]], parts.slice(1))
    if (path.depth >= scope.contexts.length)
      return this.#fault(node, `${path.original} 的上层不存在`)
    return this.#follow(path, scope.contexts.at(-1 - path.depth), parts)
  }

  #follow(path: hbs.AST.PathExpression, from: unknown, parts: string[]): unknown {
    let value = from
    for (const part of parts) {
      // what lies in something unknown has been complained about already
      if (value === undefined) return undefined
      if (value === null || typeof value !== 'object' || !Object.hasOwn(value, part))
        return this.#fault(path, `样例中没有 ${path.original}`)
      value = (value as Record<string, unknown>)[part]
    }
    return value
  }
}

const nameOf = (node: hbs.AST.Expression | hbs.AST.Literal) =>
  String((node as hbs.AST.PathExpression).original)
