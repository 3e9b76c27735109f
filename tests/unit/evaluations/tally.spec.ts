import { test } from '@japa/runner'
import { commitmentOf, draw } from '#evaluations/draw'
import { hasPassed, neededOf, quorumOf } from '#evaluations/tally'
import { defaultRuleset } from '#province/default_ruleset'

const TWO_THIRDS = { numerator: 2, denominator: 3 }

test.group('quorum and threshold in whole numbers', () => {
  for (const [members, quorum] of [
    [25, 17],
    [24, 16],
    [26, 18],
    [11, 8],
    [10, 7],
    [12, 8],
    [7, 5],
    [3, 2],
    [1, 1],
  ] as const)
    test(`a committee of ${members} needs ${quorum} present`, ({ assert }) => {
      assert.equal(quorumOf(members, TWO_THIRDS), quorum)
    })

  for (const [attending, needed] of [
    [17, 12],
    [16, 11],
    [18, 12],
    [8, 6],
    [7, 5],
    [9, 6],
    [11, 8],
    [25, 17],
  ] as const)
    test(`${attending} attending: ${needed} yes pass, ${needed - 1} do not`, ({ assert }) => {
      const { voting } = defaultRuleset()
      const count = { roll: attending, members: 25, no: 0, abstain: 0 }
      assert.equal(neededOf(attending, TWO_THIRDS), needed)
      assert.isTrue(hasPassed({ ...count, yes: needed }, voting))
      assert.isFalse(hasPassed({ ...count, yes: needed - 1 }, voting))
    })

  test('of all members where the rules say so', ({ assert }) => {
    const voting = { ...defaultRuleset().voting, base: 'members' as const }
    assert.isFalse(hasPassed({ roll: 17, members: 25, yes: 16, no: 1, abstain: 0 }, voting))
    assert.isTrue(hasPassed({ roll: 17, members: 25, yes: 17, no: 0, abstain: 0 }, voting))
  })
})

/** The rule as it is written, by trial: the first whole number that is not below the fraction. */
function firstNotBelow(base: number, numerator: number, denominator: number) {
  let count = 0
  while (count * denominator < base * numerator) count++
  return count
}

test.group('[HN-11] every size of a committee', () => {
  test('25 → 17 → 12 and 11 → 8 → 6: members, present, yes', ({ assert }) => {
    for (const [members, present, yes] of [
      [25, 17, 12],
      [11, 8, 6],
      [7, 5, 4],
      [9, 6, 4],
      [13, 9, 6],
      [15, 10, 7],
      [17, 12, 8],
      [19, 13, 9],
      [21, 14, 10],
      [23, 16, 11],
      [27, 18, 12],
    ] as const) {
      assert.equal(quorumOf(members, TWO_THIRDS), present)
      assert.equal(neededOf(present, TWO_THIRDS), yes)
    }
  })

  for (const [numerator, denominator] of [
    [2, 3],
    [1, 2],
    [3, 4],
    [3, 5],
    [51, 100],
    [1, 1],
  ] as const)
    test(`sizes 3 to 60 by the fraction ${numerator}/${denominator}, every count of yes`, ({
      assert,
    }) => {
      const fraction = { numerator, denominator }
      const rules = { ...defaultRuleset().voting, quorum: fraction, threshold: fraction }
      for (let members = 3; members <= 60; members++) {
        const present = firstNotBelow(members, numerator, denominator)
        assert.equal(quorumOf(members, fraction), present, `${members} members`)
        for (let roll = present; roll <= members; roll++) {
          const needed = firstNotBelow(roll, numerator, denominator)
          if (neededOf(roll, fraction) !== needed) assert.fail(`${roll} of ${members} present`)
          for (let yes = 0; yes <= roll; yes++) {
            const count = { roll, members, yes, no: roll - yes, abstain: 0 }
            if (hasPassed(count, rules) !== yes >= needed)
              assert.fail(`${yes} of ${roll}, ${members} members`)
          }
        }
      }
    })

  test('an abstention is no yes, and nobody present passes nothing', ({ assert }) => {
    const { voting } = defaultRuleset()
    assert.isFalse(hasPassed({ roll: 9, members: 9, yes: 5, no: 0, abstain: 4 }, voting))
    assert.isFalse(hasPassed({ roll: 0, members: 9, yes: 0, no: 0, abstain: 0 }, voting))
  })
})

test.group('draw', () => {
  const pool = Array.from({ length: 50 }, (_, index) => index + 1)

  test('[HU-12] the same secret and pool give the same list in any order of the pool', ({
    assert,
  }) => {
    const first = draw('a'.repeat(64), pool, 9)
    assert.deepEqual(draw('a'.repeat(64), [...pool].reverse(), 9), first)
    assert.lengthOf(new Set(first), 9)
    assert.notDeepEqual(draw('b'.repeat(64), pool, 9), first)
    assert.equal(
      commitmentOf('x'),
      '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881'
    )
  })

  test('nobody is favoured: chi-square over 20,000 draws stays under its 99.9 % limit', ({
    assert,
  }) => {
    const hits = new Array(50).fill(0)
    for (let round = 0; round < 20_000; round++) hits[draw(String(round), pool, 1)[0] - 1]++
    const expected = 20_000 / 50
    const square = hits.reduce((sum, hit) => sum + (hit - expected) ** 2 / expected, 0)
    assert.isBelow(square, 85.4)
  })
})
