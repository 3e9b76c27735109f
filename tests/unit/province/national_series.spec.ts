import { test } from '@japa/runner'
import { withNationalSeries } from '#province/national_series'
import { allProvinces } from '#province/registry'

test.group('national title series', () => {
  test('[HU-31] a province keeps its own and gets the rest, every code once', ({ assert }) => {
    const own = [
      {
        code: '04',
        name: '卫生',
        specialties: [{ code: '0401', name: '内科' }],
        titles: [{ code: '0403', name: '主治（主管）医师', level: 'intermediate' as const }],
      },
    ]
    const series = withNationalSeries(own, (code) => (code === '22' ? 'teaching' : undefined))
    assert.deepEqual([series[0].name, series[0].specialties.length], ['卫生', 1])
    const titles = series[0].titles
    assert.equal(titles.find(({ code }) => code === '0403')?.name, '主治（主管）医师')
    assert.deepInclude(titles, {
      code: '0422',
      name: '副主任护师',
      level: 'senior_associate',
      nationalTitle: '0422',
    })
    assert.equal(series.find(({ code }) => code === '22')?.category, 'teaching')
    assert.isAbove(series.length, 20)
  })

  for (const { id, ruleset } of allProvinces())
    test(`[HU-29] [HU-31] ${id}: codes of series, specialties and titles are unique, no level is without name`, ({
      assert,
    }) => {
      const { series } = ruleset.catalogue
      const codes = series.map(({ code }) => code)
      assert.lengthOf(new Set(codes), codes.length)
      for (const { code, titles, specialties } of series)
        for (const list of [titles, specialties]) {
          assert.lengthOf(new Set(list.map((one) => one.code)), list.length, code)
          assert.isTrue(list.every(({ name }) => name.length > 0 && name !== '-'))
        }
      const { categories } = ruleset.application
      if (categories.length > 0)
        for (const { category, name } of series)
          assert.isTrue(
            categories.some(({ value }) => value === category),
            name
          )
    })
})
