import { test } from '@japa/runner'
import { allProvinces } from '#province/registry'
import { CORE_AGGREGATES, formatNumber } from '#province/strategies'

test.group('aggregation in hundredths of a point', () => {
  for (const [name, totals, expected] of [
    ['core.mean', [8500, 8600], 8550],
    ['core.mean', [8500, 8501], 8501],
    ['core.mean', [1, 1, 2], 1],
    ['core.trimmed_mean', [6000, 8000, 8200, 8400, 9900], 8200],
    ['core.trimmed_mean', [6000, 8000, 9000], 7667],
    ['core.sum', [100, 200, 300], 600],
    ['core.lead', [9100], 9100],
    // one judge
    ['core.mean', [7333], 7333],
    ['core.trimmed_mean', [7333], 7333],
    ['core.sum', [7333], 7333],
    // half up, a third down, two thirds up
    ['core.mean', [0, 1], 1],
    ['core.mean', [0, 0, 1], 0],
    ['core.mean', [0, 1, 1], 1],
    // extremes
    ['core.mean', [0, 10000], 5000],
    ['core.mean', [0, 0, 0], 0],
    ['core.mean', [10000, 10000, 10000], 10000],
    ['core.trimmed_mean', [0, 10000, 10000, 10000, 10000], 10000],
    ['core.trimmed_mean', [0, 0, 0, 0, 10000], 0],
    ['core.trimmed_mean', [0, 5000, 5000, 10000], 5000],
    // ties: one of the equal highest and one of the equal lowest is left out
    ['core.trimmed_mean', [8000, 8000, 9000, 9000, 9000], 8667],
    ['core.trimmed_mean', [8000, 8000, 8000, 8000, 8000], 8000],
    ['core.trimmed_mean', [9900, 6000, 8400, 8200, 8000], 8200],
    ['core.sum', [0, 0, 10000], 10000],
    ['core.lead', [9100, 10000, 0], 9100],
  ] as const)
    test(`${name} of ${totals.join(', ')}`, ({ assert }) => {
      assert.equal(CORE_AGGREGATES[name]([...totals]), expected)
    })

  test('a policy leaves the scores as they are, and every published policy is named by a case', ({
    assert,
  }) => {
    const totals = [9900, 6000, 8400, 8200, 8000]
    for (const policy of Object.values(CORE_AGGREGATES)) policy(totals)
    assert.deepEqual(totals, [9900, 6000, 8400, 8200, 8000])
    const named = ['core.mean', 'core.trimmed_mean', 'core.sum', 'core.lead']
    assert.sameMembers(Object.keys(CORE_AGGREGATES), named)
    for (const { ruleset, strategies } of allProvinces()) {
      assert.isEmpty(Object.keys(strategies?.aggregate ?? {}))
      for (const { stages } of ruleset.reviewModes)
        for (const { aggregate } of stages) if (aggregate) assert.include(named, aggregate)
    }
  })

  test('number pattern [HN-32] [HU-61]', ({ assert }) => {
    const parts = {
      year: 2026,
      region: '430100',
      issuer: '0100',
      series: '05',
      level: 'intermediate',
      seq: 7,
    }
    assert.equal(formatNumber('{issuer}{year}{series}{level}{seq:5}', parts), '0100202605300007')
    assert.throws(() => formatNumber('{nope}', parts), '证书编号规则中有未知的部分 {nope}')
  })
})
