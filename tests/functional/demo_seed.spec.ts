import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { readIdNumber, isPersonName } from '#identity/id_number'
import Person from '#identity/models/person'
import { brokenInvariants } from '#lifecycle/invariants'
import { inventedPerson } from '#platform/demo/invented_person'
import seedApplications from '#platform/demo/seed_applications'
import { openValue } from '#tenancy/crypto'
import { freshTenantOf, inProvince } from '#tests/helpers/tenants'

test.group('applications for load work', () => {
  test('invented people are all different, and their numbers are sound', ({ assert }) => {
    const people = Array.from({ length: 30_000 }, (_, n) => inventedPerson(n, '410000'))
    assert.equal(new Set(people.map(({ idNumber }) => idNumber)).size, people.length)
    for (const { name, idNumber, birthDate, sex } of people.slice(0, 12_000)) {
      assert.isTrue(isPersonName(name), name)
      assert.deepEqual(readIdNumber(idNumber), { birthDate, sex } as never)
    }
  })

  test('copies keep every rule of the data and go on where the last run ended', async ({
    assert,
  }) => {
    await freshTenantOf('hunan')
    await inProvince('hunan', async () => {
      const count = async () => Number((await db.from('applications').count('* as n').first()).n)
      const before = await count()
      await seedApplications(700, () => undefined)
      await seedApplications(30, () => undefined)
      assert.equal(await count(), before + 730)
      assert.deepEqual(await brokenInvariants(), {})
      const person = await Person.query().orderBy('id', 'desc').firstOrFail()
      const row = person.idNumberIndex.toString('hex')
      assert.match(openValue('people.id_number', row, person.idNumberSealed), /^\d{17}[\dX]$/)
      const strangers = await db
        .from('application_sections as s')
        .join('applications as a', 'a.id', 's.application_id')
        .join('accounts as c', 'c.id', 'a.account_id')
        .where('c.login', 'like', 'load-%')
        .whereRaw(
          "s.content like '%\"name\":%' and s.content not like concat('%', a.person_name, '%')"
        )
        .where('s.section', 'basic')
      assert.lengthOf(strangers, 0)
    })
  })
})
