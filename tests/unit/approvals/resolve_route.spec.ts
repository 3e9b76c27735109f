import { test } from '@japa/runner'
import { resolveRoute, type Body, type Graph } from '#approvals/resolve_route'
import { defaultRuleset } from '#province/default_ruleset'
import type { ApprovalRules } from '#province/ruleset'

const body = (id: number, core = 'unit', isFinal = false): Body => ({
  id,
  name: `机构${id}`,
  facts: { kind: core, core, isFinal, attributes: {} },
})
const base = defaultRuleset().approvals
const network: ApprovalRules = {
  ...base,
  paths: [
    {
      id: 'senior',
      label: '高评会审核路径',
      kind: 'network',
      pathSet: 'senior',
      inside: [
        { role: 'handler', task: 'recommend', label: '推荐', when: { 'body.isFirst': true } },
        { role: 'handler', task: 'review', label: '审核', when: { 'body.isFirst': false } },
      ],
      qualify: { role: 'committee_office', label: '资格复核', task: 'qualify' },
    },
  ],
}
const graph = (links: [number, number][], goal: number | null): Graph => {
  const uppersOf = new Map<number, Body[]>()
  for (const [lower, upper] of links)
    uppersOf.set(lower, [...(uppersOf.get(lower) ?? []), body(upper)])
  return {
    unit: body(1),
    ancestors: [],
    uppersOf,
    goal: goal ? body(goal, 'committee_office', true) : null,
  }
}
const tasks = (rules: ApprovalRules, around: Graph) => {
  const found = resolveRoute(rules, {}, around)
  return found.ok
    ? found.steps.map(({ organizationId, task }) => `${organizationId}:${task}`)
    : found.message
}

test.group('routes', () => {
  test('[HB-02] [HB-18] hierarchy: every body up to the root', ({ assert }) => {
    const around = { unit: body(1), ancestors: [body(2), body(3)], uppersOf: new Map(), goal: null }
    assert.deepEqual(tasks(base, around), ['1:review', '2:review', '3:review'])
  })

  test('hierarchy up to the body a condition names, and broken without one', ({ assert }) => {
    const rules = {
      ...base,
      paths: [{ ...base.paths[0], until: { 'body.core': 'title_office' } }],
    } as ApprovalRules
    const around = {
      unit: body(1),
      ancestors: [body(2), body(3, 'title_office'), body(4, 'title_office')],
      uppersOf: new Map(),
      goal: null,
    }
    assert.deepEqual(tasks(rules, around), ['1:review', '2:review', '3:review'])
    assert.match(String(tasks(rules, { ...around, ancestors: [body(2)] })), /机构2没有上级机构/)
  })

  test('[HU-40] [HU-52] network: the shortest way to the committee, which qualifies', ({
    assert,
  }) => {
    assert.deepEqual(
      tasks(
        network,
        graph(
          [
            [1, 2],
            [2, 3],
            [3, 9],
            [1, 4],
            [4, 5],
          ],
          9
        )
      ),
      ['1:recommend', '2:review', '3:review', '9:qualify']
    )
  })

  test('[HU-75] a broken network names the body and who must mend it', ({ assert }) => {
    const found = resolveRoute(
      network,
      {},
      graph(
        [
          [1, 2],
          [2, 3],
        ],
        9
      )
    )
    assert.isFalse(found.ok)
    if (!found.ok) {
      assert.match(found.message, /路径在“机构3”中断/)
      assert.equal(found.mendBy, '“机构3”的上级机构')
      assert.deepEqual(
        found.bodies.map(({ id }) => id),
        [1, 2, 3]
      )
    }
  })

  test('a cycle ends', ({ assert }) => {
    assert.match(
      String(
        tasks(
          network,
          graph(
            [
              [1, 2],
              [2, 1],
            ],
            9
          )
        )
      ),
      /中断/
    )
  })
})

test.group('a unit without a body above it', () => {
  test('[HU-75] the way up ends in words that name who can mend it', ({ assert }) => {
    const { id, label, inside } = base.paths[0]
    const rules: ApprovalRules = {
      ...base,
      paths: [{ id, label, inside, kind: 'hierarchy', until: { 'body.isFinal': true } }],
    }
    const alone = graph([], null)
    const found = resolveRoute(rules, {}, alone)
    assert.deepInclude(found, {
      ok: false,
      message: '机构1没有上级机构，到不了终审机构。',
      mendBy: '机构1',
    })
    const above = { ...alone, ancestors: [body(2, 'department', true)] }
    assert.isTrue(resolveRoute(rules, {}, above).ok)
  })
})
