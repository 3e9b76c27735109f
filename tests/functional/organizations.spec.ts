import { test } from '@japa/runner'
import { visitorOf } from '#tests/helpers/browserless'
import { tenantOf } from '#tests/helpers/tenants'

const PASSWORD = 'Tk-9vRw2x-q'
const BODY = {
  name: '河北示范中学',
  regionCode: '130100',
  nature: '事业单位',
  industry: '教育',
  overseer: '示例分管人',
  kind: 'unit',
}

test.group('units open each other’s accounts', (group) => {
  group.setup(async () => void (await tenantOf('hebei')))

  test('[HB-02] [HB-03] [HB-04] [HB-05] [HB-06] from the office down to an applicant', async ({
    assert,
  }) => {
    const office = await visitorOf('hebei').becomes('jyt-admin')
    const made = await office.post('/organizations', {
      ...BODY,
      code: '1399',
      adminLogin: 'sfzx-admin',
    })
    assert.equal(made.status, 200, made.body.message)
    const [slip] = made.body.data.slips
    const listed = await office.page('/organizations?name=示范')
    assert.equal(listed.body.props.organizations.meta.total, 1)

    const admin = visitorOf('hebei')
    const activated = await admin.post('/activate', {
      login: slip.login,
      secret: slip.secret,
      password: PASSWORD,
      confirmation: PASSWORD,
    })
    assert.equal(activated.status, 200)
    const staff = await admin.post('/accounts/staff', {
      login: 'sfzx-jb',
      name: '示范经办人',
      role: 'handler',
    })
    assert.equal(staff.status, 200, staff.body.message)
    const wrongRole = await admin.post('/accounts/staff', {
      login: 'sfzx-x',
      name: '某人',
      role: 'tenant_admin',
    })
    assert.equal(wrongRole.status, 422)

    const person = {
      name: '王示例',
      idNumber: '110101198010010135',
      phone: '13900000000',
      year: 2026,
    }
    const first = await admin.post('/accounts/applicants', person)
    assert.equal(first.status, 200, first.body.message)
    assert.equal(first.body.data.slips[0].login, '110101198010010135')
    const twice = await admin.post('/accounts/applicants', person)
    assert.equal(twice.status, 422)
    const nextYear = await admin.post('/accounts/applicants', { ...person, year: 2027 })
    assert.equal(nextYear.status, 200, nextYear.body.message)
    const wrongId = await admin.post('/accounts/applicants', {
      ...person,
      idNumber: '110101198010010136',
    })
    assert.equal(wrongId.body.errors[0].field, 'idNumber')
  })

  test('required fields are named in Chinese', async ({ assert }) => {
    const office = await visitorOf('hebei').becomes('jyt-admin')
    const reply = await office.post('/organizations', {})
    assert.equal(reply.status, 422)
    assert.include(
      reply.body.errors.map(({ message }: { message: string }) => message),
      '请填写机构代码'
    )
  })

  test('an administrator has no hand on another body’s accounts', async ({ assert }) => {
    const other = await visitorOf('hebei').becomes('ykdx-admin')
    const mine = await visitorOf('hebei').becomes('sy-admin')
    const { body } = await mine.page('/accounts/staff')
    const id = body.props.accounts.data[0].id
    assert.equal((await other.post(`/accounts/${id}/reset`)).status, 404)
    assert.equal((await other.post(`/accounts/${id}/disable`)).status, 404)
  })
})
