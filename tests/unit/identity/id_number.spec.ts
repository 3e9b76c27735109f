import { test } from '@japa/runner'
import { isPersonName, normalizeName, readIdNumber } from '#identity/id_number'
import { passwordFault } from '#identity/password_rules'
import { newSecret, secretHash } from '#identity/activation_secret'
import { maskIdNumber, maskPhone } from '#tenancy/masking'

test.group('ID numbers', () => {
  for (const value of [
    '371325197704051042',
    '420321198710309962',
    '110101198010010135',
    '130185199910220918',
  ])
    test(`sample ${value} of the manual passes`, ({ assert }) => {
      assert.notProperty(readIdNumber(value), 'fault')
    })

  test('says birth date and sex', ({ assert }) => {
    assert.deepEqual(readIdNumber('371325197704051042'), { birthDate: '1977-04-05', sex: '女' })
  })

  test('refuses a wrong check digit, a date that does not exist, other lengths', ({ assert }) => {
    assert.property(readIdNumber('371325197704051043'), 'fault')
    assert.property(readIdNumber('371325197702301042'), 'fault')
    assert.property(readIdNumber('37132519770405104'), 'fault')
  })

  test('masks', ({ assert }) => {
    assert.equal(maskIdNumber('371325197704051042'), '371325********1042')
    assert.equal(maskPhone('13645645896'), '136****5896')
  })
})

test.group('names', () => {
  test('rare characters and the middle dot pass, letters do not', ({ assert }) => {
    for (const name of ['欧阳㛃䶮', '𠮷田', '阿依古丽·买买提'])
      assert.isTrue(isPersonName(name), name)
    for (const name of ['A张', '张', '张三1']) assert.isFalse(isPersonName(name), name)
    assert.equal(normalizeName(' 阿依•古丽 '), '阿依·古丽')
  })
})

test.group('passwords and secrets', () => {
  test('default and common passwords are refused [HB-04] [HB-05]', ({ assert }) => {
    for (const weak of ['888888', 'Aa888888!', 'Zhongguo1', 'password1A', 'abcdefgh', 'Ab1111xx'])
      assert.isNotNull(passwordFault(weak, []), weak)
    assert.isNull(passwordFault('Tk-9vRw2x', []))
    assert.isNotNull(passwordFault('Tk-lina2026', ['lina2026']))
  })

  test('activation secrets are unambiguous, and read as they were printed', ({ assert }) => {
    const secret = newSecret()
    assert.match(secret, /^[2-9A-HJKMNP-Z]{10}$/)
    assert.equal(
      secretHash(secret),
      secretHash(`${secret.slice(0, 5)}-${secret.slice(5).toLowerCase()}`)
    )
  })
})
