import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import Application from '#applications/models/application'
import { approveAll } from '#platform/demo/drive'
import { visitorOf } from '#tests/helpers/browserless'
import { freshTenantOf, inProvince } from '#tests/helpers/tenants'

const listed = (reply: any): number[] =>
  reply.body.props.cases.data.map(({ id }: { id: number }) => id)

/** A case that is under review somewhere. */
const underReview = (province: string) =>
  inProvince(province, () => Application.query().where('stage', 'in_approval').firstOrFail())

test.group('cases are followed', (group) => {
  group.setup(async () => {
    for (const province of ['hebei', 'hunan']) await freshTenantOf(province)
  })

  test('[HU-74] [HB-18] where a case stands, for its unit and those above, with its log', async ({
    assert,
  }) => {
    const { id } = await underReview('hunan')
    for (const login of ['pszx', 'cszjj', 'csglc', 'szc', 'admin']) {
      const reader = await visitorOf('hunan').becomes(login)
      assert.include(listed(await reader.page('/cases')), id, login)
      const { body } = await reader.get(`/cases/${id}/log`)
      assert.isAbove(body.entries.length, 0)
      assert.equal((await reader.get('/cases/export')).status, 200)
    }
    const stranger = await visitorOf('hunan').becomes('csjyj')
    assert.notInclude(listed(await stranger.page('/cases')), id)
    assert.equal((await stranger.get(`/cases/${id}/log`)).status, 404)
    const holder = await visitorOf('hunan').becomes('pszx')
    const passed = await holder.page('/cases?scope=passed&stage=in_approval')
    assert.include(listed(passed), id)
    const none = await holder.page('/cases?stage=certified')
    assert.lengthOf(listed(none), 0)
    const otherYear = await holder.page('/cases?year=2020')
    assert.lengthOf(listed(otherYear), 0)
  })

  test('[HU-09] a body queries its applicants and opens one; the form is for bodies on the way alone', async ({
    assert,
  }) => {
    const { id } = await underReview('hunan')
    const unit = await visitorOf('hunan').becomes('pszx')
    const [row] = (await unit.page('/cases')).body.props.cases.data
    assert.match(row.idNumber, /\*/)
    const { props } = (await unit.page(`/cases/${id}`)).body
    assert.equal(props.facts.id, id)
    assert.isNotNull(props.file)
    assert.isAbove(props.timeline.length, 0)
    const superior = (await (await visitorOf('hunan').becomes('admin')).page(`/cases/${id}`)).body
    assert.isNull(superior.props.file, 'nobody off the way reads the form')
    assert.isAbove(superior.props.timeline.length, 0)
    const stranger = await visitorOf('hunan').becomes('csjyj')
    assert.equal((await stranger.page(`/cases/${id}`)).status, 404)
  })

  test('[HB-16] a bulk order with cases of others is refused whole and names nobody', async ({
    assert,
  }) => {
    const { id } = await underReview('hebei')
    const stranger = await visitorOf('hebei').becomes('ykdx-jb')
    const order = { decision: 'approve', opinion: '同意' }
    for (const ids of [[id, 999_999], [999_999]])
      assert.equal((await stranger.post('/reviews/many', { ...order, ids })).status, 404)
    assert.equal((await stranger.post('/reviews/many', { ...order, ids: [] })).status, 422)
  })

  test('[HU-74] the board names the bodies where cases wait, longest first', async ({ assert }) => {
    await inProvince('hunan', () =>
      db.from('work_items').where('status', 'open').update({ created_at: '2026-10-01 00:00:00' })
    )
    const office = await visitorOf('hunan').becomes('szc')
    const { bodies } = (await office.page('/stuck')).body.props
    assert.isAbove(bodies.length, 0)
    assert.equal(bodies[0].over15, bodies[0].waiting)
    const stranger = await visitorOf('hunan').becomes('csjyj')
    assert.lengthOf((await stranger.page('/stuck')).body.props.bodies, 0)
  })

  test('[HB-12] a committee is assigned beforehand, then checks the material itself', async ({
    assert,
  }) => {
    const application = await underReview('hebei')
    const committee = await inProvince('hebei', async () => {
      await db.from('applications').where('id', application.id).update({ committee_id: null })
      const { id } = await db.from('committees').firstOrFail()
      const known = await db.from('committees').where('id', id).firstOrFail()
      const copy = { ...known, code: 'ANDERE', name: '另一评委会', series_code: '99' }
      delete copy.id
      const [other] = await db.table('committees').insert(copy)
      return { right: id as number, wrong: other as number }
    })
    const office = await visitorOf('hebei').becomes('szgb-jb')
    assert.include(listed(await office.page('/assignments')), application.id)
    const wrong = await office.post('/assignments', {
      ids: [application.id],
      committeeId: committee.wrong,
    })
    assert.equal(wrong.body.data.assigned, 0)
    assert.match(wrong.body.message, /不评审此系列/)
    const right = await office.post('/assignments', {
      ids: [application.id],
      committeeId: committee.right,
    })
    assert.equal(right.body.data.assigned, 1, right.body.message)
    assert.include(listed(await office.page('/assignments?tab=assigned')), application.id)
    const after = await inProvince('hebei', () => Application.findOrFail(application.id))
    assert.equal(after.committeeId, committee.right)
    assert.equal(after.routeStep, application.routeStep)
    assert.equal(after.route.at(-1)!.task, 'qualify')
    assert.lengthOf(
      after.route.filter(({ task }) => task === 'qualify'),
      1
    )

    const unit = await visitorOf('hebei').becomes('sy-jb')
    const foreign = await inProvince('hebei', async () => {
      const { organization_id: sibling } = await db
        .from('accounts')
        .where('login', 'ykdx-jb')
        .firstOrFail()
      await db.from('applications').where('id', application.id).update({ organization_id: sibling })
      return application.id
    })
    const refused = await unit.post('/assignments', {
      ids: [foreign],
      committeeId: committee.right,
    })
    assert.equal(refused.status, 404)
    await inProvince('hebei', async () => {
      await db
        .from('applications')
        .where('id', application.id)
        .update({ organization_id: application.organizationId })
      assert.equal((await approveAll(application.id)).stage, 'qualified')
    })
    const done = await office.page('/qualification?tab=done')
    // as in the menu, whatever the first path of the province calls its last step
    assert.equal(done.body.props.title, '评委会审查申报材料')
    assert.include(
      done.body.props.work.data.map(({ id }: { id: number }) => id),
      application.id
    )
  })

  test('[HB-11] [HB-12] reporting templates set the columns of the general form', async ({
    assert,
  }) => {
    const handler = await visitorOf('hebei').becomes('sy-jb')
    const columns = [
      { source: 'case.name', title: '姓名' },
      { source: 'form.education.school', title: '毕业院校' },
    ]
    const template = { year: 2026, name: '教育厅报盘', isDefault: true, columns }
    const unknown = await handler.post('/report-templates', {
      ...template,
      columns: [{ source: 'form.person.idNumber', title: '身份证号' }],
    })
    assert.equal(unknown.status, 422)
    assert.equal((await handler.post('/report-templates', template)).status, 200)
    const twice = await handler.post('/report-templates', template)
    assert.equal(twice.body.errors[0].field, 'name')
    const [mine] = (await handler.page('/report-templates')).body.props.templates
    assert.deepEqual(mine.columns, columns)
    const file = await handler.get(`/reviews/export?tab=done&template=${mine.id}`)
    assert.match(decodeURIComponent(file.headers['content-disposition']!), /教育厅报盘\.xlsx/)
    const other = await visitorOf('hebei').becomes('ykdx-jb')
    const foreign = await other.command('PUT', `/report-templates/${mine.id}`, template)
    assert.equal(foreign.status, 404)
    assert.lengthOf((await other.page('/report-templates')).body.props.templates, 0)
    assert.equal((await handler.command('DELETE', `/report-templates/${mine.id}`)).status, 200)
  })
})
