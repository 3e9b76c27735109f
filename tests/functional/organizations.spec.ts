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

  test('[HB-02] [HB-03] the tree opens branch by branch; what lies beside or above stays closed', async ({
    assert,
  }) => {
    const office = await visitorOf('hebei').becomes('szgb-admin')
    const top = (await office.page('/organizations')).body.props
    assert.equal(top.top[0].name, '河北省职称改革领导小组办公室')
    const department = top.organizations.data.find(({ name }: { name: string }) =>
      name.endsWith('教育厅')
    )
    const branch = (await office.get(`/organizations/lower?of=${department.id}`)).body.nodes
    assert.include(
      branch.map(({ name }: { name: string }) => name),
      '河北医科大学'
    )
    const deep = await office.page('/organizations?name=第三医院')
    assert.equal(deep.body.props.organizations.meta.total, 1)
    const sheet = await office.get('/organizations/export')
    assert.match(sheet.headers['content-type']!, /spreadsheetml/)

    const university = await visitorOf('hebei').becomes('ykdx-admin')
    for (const path of [
      `/organizations/${department.id}`,
      `/organizations?at=${department.id}`,
      `/organizations/lower?of=${department.id}`,
    ])
      assert.equal((await university.page(path)).status, 404, path)
    const long = await university.post('/organizations', {
      ...BODY,
      code: '13991',
      adminLogin: 'lang-admin',
    })
    assert.equal(long.body.errors[0].field, 'code')
    const above = await university.post('/organizations', {
      ...BODY,
      code: '1398',
      parentId: department.id,
      adminLogin: 'shang-admin',
    })
    assert.equal(above.status, 404)
  })

  test('[HB-03] a superior corrects and ends a lower body, not his own', async ({ assert }) => {
    const university = await visitorOf('hebei').becomes('ykdx-admin')
    const made = await university.post('/organizations', {
      ...BODY,
      code: '1397',
      name: '河北示范诊所',
      adminLogin: 'zs-admin',
    })
    assert.equal(made.status, 200, made.body.message)
    const { path, organizations } = (await university.page('/organizations')).body.props
    const { id } = organizations.data.find(({ code }: { code: string }) => code === '1397')
    const changes: Partial<typeof BODY> = { ...BODY }
    delete changes.kind
    const changed = await university.command('PUT', `/organizations/${id}`, {
      ...changes,
      name: '河北示范门诊部',
      contact: '某联系人',
    })
    assert.equal(changed.status, 200, changed.body.message)
    const shown = (await university.page(`/organizations/${id}`)).body.props
    assert.deepEqual(
      [shown.organization.name, shown.organization.attributes.contact],
      ['河北示范门诊部', '某联系人']
    )
    const [administrator] = shown.administrators
    const reset = await university.post(
      `/organizations/${id}/administrators/${administrator.id}/reset`
    )
    assert.match(reset.body.data.slips[0].secret, /\S{8,}/)
    const own = path.at(-1).id
    assert.equal((await university.command('PUT', `/organizations/${own}`, changes)).status, 404)
    const busy = await (
      await visitorOf('hebei').becomes('jyt-admin')
    ).post(`/organizations/${own}/cancel`, { reason: '撤并' })
    assert.match(busy.body.message, /个下级机构/)
    const ended = await university.post(`/organizations/${id}/cancel`, { reason: '撤并' })
    assert.equal(ended.status, 200, ended.body.message)
    const again = await university.post(`/organizations/${id}/cancel`, { reason: '撤并' })
    assert.equal(again.status, 422)
  })

  test('[HB-05] a list of people: each line by itself, secrets only in the answer', async ({
    assert,
  }) => {
    const admin = await visitorOf('hebei').becomes('sy-admin')
    const reply = await admin.post('/accounts/applicants/many', {
      year: 2026,
      people: [
        { name: '赵示例', idNumber: '110101198010010150', phone: '13900000001' },
        { name: '钱示例', idNumber: '110101198010010136' },
        { name: '孙某', idNumber: '110101198010010178', phone: '1' },
      ],
    })
    assert.equal(reply.status, 200, reply.body.message)
    assert.isAtMost(reply.body.data.slips.length, 1)
    assert.deepEqual(
      reply.body.data.failures.slice(-2).map(({ line }: { line: number }) => line),
      [2, 3]
    )
    const sheet = await admin.get('/accounts/export?kind=applicant')
    assert.equal(sheet.status, 200)
  })
})
