import { test } from '@japa/runner'
import { CONVERSION_RULE, DEFAULT_ELIGIBILITY } from '#province/default_eligibility'
import { eligibilityFindings } from '#province/eligibility'

const asked = (level: string, precheck: Record<string, unknown>, more: object = {}) =>
  Object.fromEntries(
    eligibilityFindings(DEFAULT_ELIGIBILITY, {
      level,
      mode: 'normal',
      series: '01',
      precheck,
      ...more,
    }).map(({ id, verdict }) => [id, verdict])
  )
const FINE = {
  retired: '否',
  sanction: '否',
  education: '大学本科',
  presentLevel: '中级',
  yearsInLevel: 5,
  training: '是',
}

test.group('the eligibility check', () => {
  test('[HB-21] each rule is met, not met, to be shown or still open', ({ assert }) => {
    assert.deepEqual(asked('senior_associate', {}), {
      in_post: 'unknown',
      no_sanction: 'unknown',
      upward: 'unknown',
      step_senior_associate: 'unknown',
      training: 'unknown',
    })
    assert.deepEqual(asked('senior_associate', FINE), {
      in_post: 'met',
      no_sanction: 'met',
      upward: 'met',
      step_senior_associate: 'evidence',
      training: 'evidence',
    })
    assert.equal(asked('senior_associate', { ...FINE, retired: '是' }).in_post, 'not_met')
    assert.equal(asked('senior_associate', { ...FINE, sanction: '是' }).no_sanction, 'not_met')
  })

  test('[HB-21] one level after the other, after its years; a doctorate shortens them', ({
    assert,
  }) => {
    const step = (precheck: object) =>
      asked('senior_associate', { ...FINE, ...precheck }).step_senior_associate
    assert.equal(step({ yearsInLevel: 4 }), 'not_met')
    assert.equal(step({ yearsInLevel: 2, education: '博士研究生' }), 'evidence')
    assert.equal(step({ yearsInLevel: 1, education: '博士研究生' }), 'not_met')
    assert.equal(step({ presentLevel: '助理级', yearsInLevel: 20 }), 'not_met')
    assert.equal(asked('intermediate', { ...FINE, presentLevel: '中级' }).upward, 'not_met')
    assert.isUndefined(asked('senior_full', FINE, { mode: 'exceptional' }).step_senior_full)
  })

  test('[HB-22] a conversion keeps the level', ({ assert }) => {
    const verdict = (presentLevel: string) =>
      eligibilityFindings([CONVERSION_RULE], {
        level: 'intermediate',
        mode: 'conversion',
        precheck: { presentLevel },
      })[0].verdict
    assert.equal(verdict('中级'), 'evidence')
    assert.equal(verdict('助理级'), 'not_met')
  })

  test('physicians show a year at the grassroots', ({ assert }) => {
    const grassroots = (answer: string) =>
      asked('senior_associate', { ...FINE, grassroots: answer }, { series: '04' }).grassroots
    assert.equal(grassroots('是'), 'evidence')
    assert.equal(grassroots('否'), 'not_met')
  })
})
