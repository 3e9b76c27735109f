import { test } from '@japa/runner'
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
  ] as const)
    test(`${name} of ${totals.join(', ')}`, ({ assert }) => {
      assert.equal(CORE_AGGREGATES[name]([...totals]), expected)
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
