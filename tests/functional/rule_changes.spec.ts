import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { runJobs } from '#jobs/run_jobs'
import { provision } from '#platform/set_up'
import { visitorOf } from '#tests/helpers/browserless'
import { freshTenantOf, inProvince, tenantOf } from '#tests/helpers/tenants'

const admin = () => visitorOf('henan').becomes('admin')

/** Publishes the current rules with some panels changed; answers the new number. */
async function published(change: (content: any) => Record<string, unknown>) {
  const visitor = await admin()
  const made = await visitor.post('/rules/drafts', { name: '修改', from: 'current' })
  const path = made.body.to as string
  const draft = async () => (await visitor.page(path)).body.props.draft
  for (const [panel, value] of Object.entries(change(await draft()))) {
    const { version } = await draft()
    const saved = await visitor.command('PUT', path, { version, panel, value })
    if (saved.status !== 200) throw new Error(saved.body.message)
  }
  const { version } = await draft()
  return visitor.post(`${path}/publish`, { version, note: '测试发布' })
}

test.group('words and errata', (group) => {
  group.setup(async () => void (await freshTenantOf('henan')))

  test('words edited in the console reach every page with the publication, not before', async ({
    assert,
  }) => {
    const words = { 用人单位: '工作单位', 评审中: '正在评审' }
    const said = async () => (await visitorOf('henan').page('/')).body.props.brand.words
    assert.deepEqual(await said(), {})
    const visitor = await admin()
    const made = await visitor.post('/rules/drafts', { name: '用语', from: 'current' })
    const saved = await visitor.command('PUT', made.body.to, {
      version: 1,
      panel: 'words',
      value: words,
    })
    assert.equal(saved.status, 200, saved.body.message)
    assert.deepEqual(await said(), {})
    const done = await visitor.post(`${made.body.to}/publish`, { version: 2, note: '用语' })
    assert.equal(done.status, 200, done.body.message)
    assert.deepEqual(await said(), words)
    const inside = await visitorOf('henan').becomes('lina')
    assert.deepEqual((await inside.page('/apply')).body.props.brand.words, words)
  })

  test('a changed word stands in refusals, at their fields, in answers and on error pages, of this province only', async ({
    assert,
  }) => {
    const words = { 申报人: '申请人', 规则草稿: '规则稿本', 草稿名称: '稿本名称' }
    const told = async (province: string) => {
      const visitor = await visitorOf(province).becomes('admin')
      const made = await visitor.post('/rules/drafts', { name: '看用语', from: 'current' })
      return {
        refused: (await visitor.get('/rules/drafts/999999')).body.message as string,
        page: (await visitor.page('/rules/drafts/999999')).body.props.message as string,
        field: (await visitor.post('/rules/drafts', {})).body.errors[0].message as string,
        answered: made.body.message as string,
      }
    }
    await tenantOf('hebei')
    const usual = await told('hebei')
    assert.include(usual.refused, '规则草稿')
    assert.include(usual.field, '草稿名称')
    const done = await published(() => ({ words }))
    assert.equal(done.status, 200, done.body.message)
    const own = await told('henan')
    assert.equal(own.refused, usual.refused.replace('规则草稿', '规则稿本'))
    assert.equal(own.page, own.refused)
    assert.equal(own.field, usual.field.replace('草稿名称', '稿本名称'))
    assert.deepEqual(await told('hebei'), usual)
  })

  test('setting the instance up again leaves the rules a province published itself', async ({
    assert,
  }) => {
    const newest = () =>
      inProvince('henan', () => db.from('rulesets').orderBy('number', 'desc').firstOrFail())
    const { number, words } = await newest()
    assert.include(JSON.stringify(words), '申请人')
    await provision(await tenantOf('henan'))
    assert.deepInclude(await newest(), { number, words })
  })

  test('words that would vanish or hit anything are told before publication', async ({
    assert,
  }) => {
    const refused = await published(() => ({ words: { 用人单位: ' ', 人: '员' } }))
    assert.equal(refused.status, 422)
    assert.match(refused.body.message, /2 处问题/)
  })

  test('a draft is compared with the published rules and with those of the plugin', async ({
    assert,
  }) => {
    const visitor = await admin()
    const made = await visitor.post('/rules/drafts', { name: '比较', from: 'current' })
    const { differences, against } = (await visitor.page(`${made.body.to}/compare`)).body.props
    assert.equal(against, 'published')
    assert.deepEqual(differences, [])
    const plugin = (await visitor.page(`${made.body.to}/compare?against=plugin`)).body.props
    assert.sameMembers(
      plugin.differences.map(({ panel }: { panel: string }) => panel),
      ['words', 'words', 'words']
    )
  })

  test('an erratum takes a running batch over after a dry run; what is being decided keeps its rules', async ({
    assert,
  }) => {
    const done = await published(({ document }) => ({
      results: { ...document.results, publicityWorkingDays: 8 },
      certificates: {
        ...document.certificates,
        numberPattern: `勘${document.certificates.numberPattern}`,
      },
    }))
    const number = Number(done.body.to.split('/').at(-1))
    const visitor = await admin()
    const { batches } = (await visitor.page(`/rules/versions/${number}`)).body.props
    const batchId = batches[0].value
    const rows = () =>
      inProvince('henan', () =>
        db
          .from('applications')
          .where('batch_id', batchId)
          .orderBy('id')
          .select('id', 'stage', 'ruleset_id', 'version')
      )
    const before = await rows()
    const path = `/rules/versions/${number}/errata`
    assert.equal((await visitor.post(path, { batchId: 999_999, reason: '更正' })).status, 404)
    assert.equal((await visitor.post(path, { batchId })).status, 422)
    const started = await visitor.post(path, { batchId, reason: '公示期写错' })
    assert.equal(started.status, 200, started.body.message)
    await inProvince('henan', () => runJobs())
    assert.deepEqual(await rows(), before)

    const job = await visitor.get(`${started.body.to}/state`)
    assert.equal(job.body.status, 'done', job.body.error)
    const { erratum, cases } = (await visitor.page(job.body.result.to)).body.props
    assert.equal(erratum.status, 'checked')
    assert.equal(erratum.cases, before.length)
    assert.isAbove(erratum.moving, 0)
    assert.isBelow(erratum.moving, erratum.cases)
    const going = cases.data.find(({ moves }: { moves: boolean }) => moves)
    assert.isTrue(going.changes.some(({ aspect }: { aspect: string }) => aspect === 'number'))
    for (const each of cases.data) if (each.stage === 'in_evaluation') assert.isFalse(each.moves)

    // one that is touched between dry run and confirmation keeps its rules
    const touched = await inProvince('henan', async () => {
      const row = await db
        .from('ruleset_erratum_cases')
        .where('verdict', 'moves')
        .orderBy('id')
        .firstOrFail()
      await db.from('applications').where('id', row.application_id).increment('version', 1)
      return row.application_id as number
    })
    // another begun in between was not in it
    const begun = await inProvince('henan', async () => {
      const row = await db.from('applications').where('id', touched).firstOrFail()
      const person = await db.from('people').where('id', row.person_id).firstOrFail()
      const [personId] = await db
        .table('people')
        .insert({ ...person, id: undefined, id_number_index: Buffer.from('begun since then') })
      const [copy] = await db.table('applications').insert({
        ...row,
        id: undefined,
        person_id: personId,
        code: `${row.code}-B`,
        route: JSON.stringify(row.route),
        version: 1,
      })
      return copy as number
    })
    const { since } = (await visitor.page(job.body.result.to)).body.props
    assert.deepEqual(since, { changed: 1, begun: 1 })
    const applied = await visitor.post(`${job.body.result.to}/apply`)
    assert.equal(applied.status, 200, applied.body.message)
    assert.equal(
      applied.body.message,
      `勘误已生效：预演时可改用的 ${erratum.moving} 件中，${erratum.moving - 1} 件改用新规则，1 件在预演之后有变动，按原规则办完；预演之后新建的 1 件按原规则办完`
    )
    const shown = (await visitor.page(`${job.body.result.to}?verdict=stays`)).body.props
    assert.equal(shown.erratum.moved, erratum.moving - 1)
    assert.isTrue(
      shown.cases.data.some(({ reason }: { reason: string }) => reason.startsWith('预演之后有变动'))
    )
    const after = (await rows()).filter(({ id }) => id !== begun)
    const target = await inProvince('henan', () =>
      db.from('rulesets').where('number', number).firstOrFail()
    )
    assert.equal(after.filter(({ ruleset_id: id }) => id === target.id).length, erratum.moving - 1)
    assert.notEqual(after.find(({ id }) => id === touched).ruleset_id, target.id)
    assert.deepEqual(
      after.map(({ stage }) => stage),
      before.map(({ stage }) => stage)
    )
    assert.equal((await visitor.post(`${job.body.result.to}/apply`)).status, 422)
    await inProvince('henan', async () => {
      const batch = await db.from('batches').where('id', batchId).firstOrFail()
      assert.equal(batch.ruleset_id, target.id)
      const entry = await db
        .from('audit_entries')
        .where('action', 'ruleset.erratum_applied')
        .first()
      assert.equal(entry.object_id, erratum.id)
    })
  })

  test('who does not configure the province starts no erratum', async ({ assert }) => {
    const applicant = await visitorOf('henan').becomes('lina')
    assert.equal(
      (await applicant.post('/rules/versions/1/errata', { batchId: 1, reason: 'xx' })).status,
      403
    )
    assert.equal((await (await admin()).page('/rules/errata/999999')).status, 404)
  })
})
