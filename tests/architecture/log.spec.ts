import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import ts from 'typescript'

/** Acts that change nothing, are refused, or sum up what is logged step by step. */
const ALONE = new Set([
  // somebody looked, or took something out
  'archive.read',
  'audit.exported',
  'audit.verified',
  'certificate.read',
  'certificates.paper_made',
  'pack.exported',
  'province.exported',
  'report.exported',
  'support.looked',
  // refused
  'session.code_refused',
  'session.refused',
  // said after many steps, each in a transaction of its own
  'certificates.reported',
  'committee.secret_reset',
  'confirmation.confirmed',
  'import.',
  // a code was right: nothing is written but this
  'second_factor.bound',
])

/** What is logged by a call of `audit` or `recordEntry` without the transaction of what was done. */
function alone(path: string): string[] {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const visit = (node: ts.Node) => {
    if (ts.isCallExpression(node)) {
      const whole = { audit: 3, recordEntry: 2 }[node.expression.getText()]
      if (whole && node.arguments.length < whole)
        found.push(/action: ['`]([\w.]*)/.exec(node.getText())?.[1] ?? node.getText())
    }
    node.forEachChild(visit)
  }
  visit(source)
  return found
}

test.group('the log', () => {
  test('what is done and its entry are one transaction', ({ assert }) => {
    const seen = new Set<string>()
    for (const name of readdirSync(app.makePath('app'), { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.ts') || name === 'audit/audit.ts') continue
      for (const action of alone(join(app.makePath('app'), name))) {
        assert.isTrue(ALONE.has(action), `${name} logs ${action} without its transaction`)
        seen.add(action)
      }
    }
    assert.sameMembers([...seen], [...ALONE])
  })
})
