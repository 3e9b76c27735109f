import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { provinceFaults } from '#province/check_province'
import { impureFiles } from '#province/contract_suite'
import { DEFAULT_ROLES } from '#province/default_roles'
import { defaultRuleset } from '#province/default_ruleset'
import type { Province } from '#province/define_province'
import { ProvinceFaults, allProvinces, register } from '#province/registry'
import type { Ruleset } from '#province/ruleset'

/** A province made only of defaults: what the core gives by itself must be sound. */
export const nullProvince: Province = {
  id: 'null_province',
  name: '示例省',
  divisionCode: '999999',
  contractVersion: '1',
  portal: {
    name: '示例',
    shortName: '示例',
    color: '#333333',
    organizer: '',
    phone: '',
    copyright: '',
    slogan: '',
  },
  ruleset: defaultRuleset(),
  roles: DEFAULT_ROLES,
  templates: { certificate: { label: '证书', source: '{{name}}', sample: { name: '示例' } } },
  words: {},
  strategies: {},
  demo: null,
}

const broken = (change: (ruleset: Ruleset) => void, more: Partial<Province> = {}): Province => {
  const ruleset = structuredClone(defaultRuleset())
  change(ruleset)
  return { ...nullProvince, ...more, ruleset }
}

test.group('the contract', () => {
  test('a province of defaults alone has no fault', ({ assert }) => {
    assert.deepEqual(provinceFaults(nullProvince), [])
  })

  for (const [title, province, fault] of [
    ['other contract version', broken(() => {}, { contractVersion: '2' }), /插件约定版本为 2/],
    [
      'pale colour',
      broken(() => {}, { portal: { ...nullProvince.portal, color: '#ffee99' } }),
      /对比度不足/,
    ],
    [
      'a plan nobody can review',
      broken((r) => r.organizations.kinds.forEach((kind) => (kind.staffRoles = ['handler']))),
      /没有机构类型可以开设角色 plan_reviewer/,
    ],
    ['unknown property', broken((r) => Object.assign(r, { extra: 1 })), /多出 extra/],
    [
      'unknown fact',
      broken((r) =>
        r.results.publishers.unshift({ when: { colour: 'red' }, by: { body: 'root' }, label: 'x' })
      ),
      /未知的事实 colour/,
    ],
    [
      'unknown role',
      broken((r) => (r.approvals.paths[0].inside[0].role = 'nobody')),
      /没有角色 nobody/,
    ],
    ['missing template', broken((r) => (r.certificates.template = 'nothing')), /没有模板 nothing/],
    [
      'unreachable row',
      broken((r) => r.results.publishers.push({ by: { body: 'root' }, label: 'x' })),
      /永远到不了/,
    ],
    [
      'no default row',
      broken((r) => (r.results.publishers[0].when = { level: 'intermediate' })),
      /没有无条件的最后一行/,
    ],
    [
      'switch without opening',
      broken((r) => r.reviewModes[0].stages.splice(1, 1)),
      /前面没有投票开关/,
    ],
    ['mode without report', broken((r) => r.reviewModes[0].stages.pop()), /最后一个环节应为上报/],
    [
      'unknown strategy',
      broken((r) => Object.assign(r.reviewModes[0].stages[0], { aggregate: 'x.y' })),
      /没有策略 x.y/,
    ],
    [
      'publicity under the legal floor',
      broken((r) => (r.results.publicityWorkingDays = 3)),
      /不得少于 5 个工作日/,
    ],
    [
      'quorum under the legal floor',
      broken((r) => (r.voting.quorum = { numerator: 1, denominator: 2 })),
      /三分之二/,
    ],
    ['even committee', broken((r) => (r.committees.sizes[0].odd = false)), /单数/],
    [
      'broken template',
      broken(() => {}, {
        templates: { certificate: { label: '证', source: '{{#if}', sample: {} } },
      }),
      /模板 certificate/,
    ],
    [
      'wrong number pattern',
      broken((r) => (r.certificates.numberPattern = '{oops}')),
      /未知的部分/,
    ],
  ] as const)
    test(`fault: ${title}`, ({ assert }) => {
      assert.match(provinceFaults(province).join('\n'), fault)
    })

  test('a faulty province stops the boot with all faults listed', ({ assert }) => {
    const faulty = broken(
      (r) => {
        r.results.publicityWorkingDays = 3
        r.certificates.template = 'nothing'
      },
      { id: 'faulty' }
    )
    try {
      register([faulty], provinceFaults)
      assert.fail('it was taken into use')
    } catch (error) {
      assert.instanceOf(error, ProvinceFaults)
      assert.lengthOf((error as ProvinceFaults).faults.faulty, 2)
    }
  })
})

test.group('every listed province', () => {
  test('runs the suite of the contract itself', ({ assert }) => {
    for (const { id } of allProvinces())
      assert.include(
        readFileSync(app.makePath(`plugins/${id}/tests/contract.spec.ts`), 'utf8'),
        'contractSuite(province, import.meta.url)'
      )
  })

  test('a file with a clock or a database is found', ({ assert }) => {
    const folder = app.tmpPath('impure')
    mkdirSync(folder, { recursive: true })
    writeFileSync(`${folder}/rules.ts`, 'export const now = Date.now()')
    writeFileSync(`${folder}/sound.ts`, 'export const days = 5')
    assert.deepEqual(impureFiles(folder), [`${folder}/rules.ts`])
    rmSync(folder, { recursive: true })
  })

  test('[HB-22] [HB-25] Hebei has seven modes and fifteen materials', ({ assert }) => {
    const { application } = allProvinces().find(({ id }) => id === 'hebei')!.ruleset
    assert.lengthOf(application.modes, 7)
    assert.lengthOf(application.materials, 15)
    assert.lengthOf(
      application.materials.filter(({ required }) => required),
      4
    )
  })

  test('[HN-24] who publicises in Henan', async ({ assert }) => {
    const { firstMatch } = await import('#province/conditions')
    const { publishers } = allProvinces().find(({ id }) => id === 'henan')!.ruleset.results
    const by = (facts: object) => firstMatch(publishers, facts as never)!.by
    assert.deepEqual(by({ level: 'intermediate', series: '22' }), { body: 'last_reviewer' })
    assert.deepEqual(by({ level: 'senior_full', series: '22' }), { body: 'root' })
    assert.deepEqual(by({ level: 'senior_associate', series: '22' }), {
      body: 'nearest',
      kind: 'city_title_office',
    })
    assert.deepEqual(by({ level: 'senior_associate', series: '01' }), { body: 'root' })
    assert.deepEqual(
      by({
        level: 'senior_associate',
        series: '22',
        organization: { attributes: { autonomous: true } },
      }),
      { body: 'root' }
    )
  })
})
