import { test } from '@japa/runner'
import fc from 'fast-check'
import { commitmentOf, draw, drawNeeds } from '#evaluations/draw'

const SECRET = 'a'.repeat(64)

test.group('the draw', () => {
  test('[HU-12] the same secret and pool give the same list, whatever the order of the pool', ({
    assert,
  }) => {
    assert.deepEqual(draw(SECRET, [5, 1, 9, 3], 4), draw(SECRET, [9, 3, 1, 5, 5], 4))
    // golden: a change of the method would make published draws unprovable
    assert.deepEqual(
      draw(
        SECRET,
        Array.from({ length: 20 }, (_, id) => id + 1),
        5
      ),
      [11, 20, 2, 1, 15]
    )
    assert.equal(
      commitmentOf(SECRET),
      'ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb'
    )
  })

  test('[HU-12] nobody is drawn twice over all needs, and only candidates are drawn', ({
    assert,
  }) => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.array(
          fc.record({
            candidates: fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 40 }),
            count: fc.integer({ min: 0, max: 12 }),
            reserves: fc.integer({ min: 0, max: 6 }),
          }),
          { maxLength: 4 }
        ),
        (secret, needs) => {
          const drawn = drawNeeds(secret, needs)
          assert.deepEqual(drawn, drawNeeds(secret, needs))
          assert.equal(new Set(drawn.flat()).size, drawn.flat().length)
          for (const [index, ids] of drawn.entries()) {
            assert.isTrue(ids.every((id) => needs[index].candidates.includes(id)))
            assert.isAtMost(ids.length, needs[index].count + needs[index].reserves)
          }
        }
      )
    )
  })

  test('[HU-12] every expert has the same chance', ({ assert }) => {
    const hits = new Array<number>(10).fill(0)
    const ids = Array.from({ length: 10 }, (_, id) => id)
    for (let round = 0; round < 4000; round++)
      for (const id of draw(commitmentOf(String(round)), ids, 3)) hits[id]++
    // 1200 expected; five standard deviations are about 145
    for (const hit of hits) assert.closeTo(hit, 1200, 145)
  })
})
