import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import openBatch from '#batches/actions/open_batch'
import { currentRuleset } from '#batches/queries/rulesets'
import { runJobs } from '#jobs/run_jobs'
import { rolesOfTenant } from '#web/roles'
import { systemContext } from '#web/actor'
import { visitorOf } from '#tests/helpers/browserless'
import { freshTenantOf, inProvince } from '#tests/helpers/tenants'

const admin = () => visitorOf('henan').becomes('admin')

async function newDraft(from: object = { from: 'current' }) {
  const visitor = await admin()
  const made = await visitor.post('/rules/drafts', { name: '测试草稿', ...from })
  const id = Number(made.body.to.split('/').at(-1))
  const draft = async () => (await visitor.page(`/rules/drafts/${id}`)).body.props
  const save = async (panel: string, value: unknown) => {
    const { version } = (await draft()).draft
    return visitor.command('PUT', `/rules/drafts/${id}`, { version, panel, value })
  }
  return { visitor, id, draft, save }
}

test.group('the rule console', (group) => {
  group.setup(async () => void (await freshTenantOf('henan')))

  test('only who configures the tenant sees rules; the others are refused', async ({ assert }) => {
    const applicant = await visitorOf('henan').becomes('lina')
    assert.equal((await applicant.get('/rules')).status, 403)
    assert.equal(
      (await applicant.post('/rules/drafts', { name: 'x', from: 'current' })).status,
      403
    )
    const visitor = await admin()
    assert.equal((await visitor.get('/rules/drafts/999999')).status, 404)
  })

  test('a draft is edited, checked, compared, published and pinned by the next batch', async ({
    assert,
  }) => {
    const { visitor, id, draft, save } = await newDraft()
    const { draft: before, faults } = await draft()
    assert.deepEqual(faults, [])
    const { sections } = before.document.application
    sections[0].fields.push({ id: 'motto', label: '座右铭', type: 'text' })
    assert.equal((await save('sections', sections)).status, 200)
    const saved = await save('results', { ...before.document.results, publicityWorkingDays: 7 })
    assert.equal(saved.status, 200, saved.body.message)

    const { differences } = (await visitor.page(`/rules/drafts/${id}/compare`)).body.props
    assert.sameDeepMembers(
      differences.map(({ kind, where, after }: any) => [kind, where.at(-1), after]),
      [
        ['added', '“座右铭”', '名称：座右铭；填写方式：单行文字'],
        ['changed', '评审结果公示', '7 个工作日'],
      ]
    )
    const old = await inProvince('henan', () => db.from('batches').firstOrFail())
    const { version } = (await draft()).draft
    const published = await visitor.post(`/rules/drafts/${id}/publish`, {
      version,
      note: '公示延长到七个工作日',
    })
    assert.equal(published.status, 200, published.body.message)
    await inProvince('henan', async () => {
      const { ruleset, number, id: rulesetId } = await currentRuleset()
      assert.equal(ruleset.results.publicityWorkingDays, 7)
      assert.equal(published.body.to, `/rules/versions/${number}`)
      const batch = await openBatch(systemContext(), {
        year: 2027,
        name: '下一年度',
        opensOn: '2027-01-01',
        closesOn: '2027-12-31',
      })
      assert.equal(batch.rulesetId, rulesetId)
      const same = await db.from('batches').where('id', old.id).firstOrFail()
      assert.equal(same.ruleset_id, old.ruleset_id)
    })
    const shown = await visitor.page(published.body.to)
    assert.lengthOf(shown.body.props.differences, 2)
    const again = await visitor.post(`/rules/drafts/${id}/publish`, { version, note: '再发布' })
    assert.equal(again.status, 422)
  })

  test('two administrators never overwrite each other silently', async ({ assert }) => {
    const { visitor, id, draft } = await newDraft()
    const { draft: seen } = await draft()
    const value = { ...seen.document.voting, abstention: false }
    const first = { version: seen.version, panel: 'voting', value }
    assert.equal((await visitor.command('PUT', `/rules/drafts/${id}`, first)).status, 200)
    const second = await (await admin()).command('PUT', `/rules/drafts/${id}`, first)
    assert.equal(second.status, 409)
    const publish = await visitor.post(`/rules/drafts/${id}/publish`, {
      version: seen.version,
      note: '旧版本',
    })
    assert.equal(publish.status, 409)
  })

  test('all problems are listed at once, each at its part and in words; a faulty draft is not published', async ({
    assert,
  }) => {
    const { visitor, id, draft, save } = await newDraft()
    const { document } = (await draft()).draft
    await save('voting', { ...document.voting, quorum: { numerator: 1, denominator: 2 } })
    await save('eligibility', [
      {
        id: 'wrong',
        label: '限制',
        when: { level: { $in: [] } },
        outcome: 'warn',
        explanation: '请核对',
        source: '通知',
      },
    ])
    const { faults: first } = (await draft()) as { faults: { panel: string; message: string }[] }
    assert.isTrue(
      first.some(({ panel, message }) => panel === 'eligibility' && /申报级别/.test(message))
    )
    await save('eligibility', [])
    await save('certificates', { ...document.certificates, numberPattern: '{year}{seq:5}' })
    const { faults } = (await draft()) as { faults: { panel: string; message: string }[] }
    assert.includeMembers(
      [...new Set(faults.map(({ panel }) => panel))],
      ['voting', 'certificates']
    )
    // what a condition asks is gone: told by the name it had, once for each condition
    const asked = document.application.precheck[0]
    const asks = { [`precheck.${asked.id}`]: '是' }
    const twice = { $or: [asks, { ...asks, level: 'senior_full' }] }
    await save('eligibility', [
      {
        id: 'gone',
        label: '限制',
        when: twice,
        outcome: 'warn',
        explanation: '核',
        source: '通知',
      },
    ])
    await save('choices', {
      ...document.application,
      precheck: document.application.precheck.slice(1),
    })
    const gone = (await draft()).faults.filter(({ panel }: any) => panel === 'eligibility')
    assert.lengthOf(gone, 1)
    assert.equal(gone[0].message, `资格条件“限制”：条件中的“${asked.label}”已不存在`)
    await save('eligibility', [])
    await save('choices', { ...document.application, correctionWorkingDays: '' })
    const shape = (await draft()).faults
    assert.deepEqual(shape, [{ panel: 'choices', message: '申报选项 · 退回后补正期限：请填写' }])
    const { version } = (await draft()).draft
    const refused = await visitor.post(`/rules/drafts/${id}/publish`, { version, note: '试试' })
    assert.equal(refused.status, 422)
    assert.match(refused.body.message, /处问题/)
  })

  test('what a page does not show stays: choices and sections are saved apart', async ({
    assert,
  }) => {
    const { draft, save } = await newDraft()
    const { document } = (await draft()).draft
    await save('sections', document.application.sections.slice(0, 2))
    await save('choices', { ...document.application, correctionWorkingDays: 9 })
    const after = (await draft()).draft.document.application
    assert.lengthOf(after.sections, 2)
    assert.equal(after.correctionWorkingDays, 9)
  })

  test('rules are exported, imported as a draft, and an older version is taken up again', async ({
    assert,
  }) => {
    const visitor = await admin()
    const file = await visitor.get('/rules/versions/1/export')
    assert.match(String(file.headers['content-disposition']), /attachment/)
    const made = await visitor.post('/rules/import', { ...file.body, name: '导入' })
    assert.equal(made.status, 200, made.body.message)
    const shown = await visitor.page(made.body.to)
    assert.deepEqual(shown.body.props.faults, [])
    assert.deepEqual(shown.body.props.draft.document, file.body.document)
    const broken = await visitor.post('/rules/import', {
      ...file.body,
      name: '坏文件',
      document: { ...file.body.document, voting: {} },
    })
    assert.equal(broken.status, 422)
    assert.match(broken.body.message, /投票/)
    const restored = await visitor.post('/rules/drafts', {
      name: '恢复',
      from: 'version',
      number: 1,
    })
    const older = (await visitor.page(restored.body.to)).body.props.draft
    assert.equal(older.origin, '第 1 版')
    assert.equal(older.document.results.publicityWorkingDays, 5)
  })

  test('a draft is simulated on real applications: what would differ, in what, and why', async ({
    assert,
  }) => {
    const { visitor, id, draft, save } = await newDraft()
    const { document } = (await draft()).draft
    await save('results', {
      ...document.results,
      publishers: [{ by: { body: 'unit' }, label: '所在单位公示' }],
    })
    await save('certificates', {
      ...document.certificates,
      numberPattern: `X${document.certificates.numberPattern}`,
    })
    const before = await inProvince('henan', () => db.from('applications').orderBy('id'))
    const started = await visitor.post(`/rules/drafts/${id}/simulations`, { sample: 50 })
    assert.equal(started.status, 200, started.body.message)
    await inProvince('henan', () => runJobs())
    const job = await visitor.get(`${started.body.to}/state`)
    assert.equal(job.body.status, 'done', job.body.error)
    const { counts, changed, total, cases } = (await visitor.page(job.body.result.to)).body.props
    assert.isAbove(total, 2)
    assert.equal(changed, total)
    assert.equal(counts.number, total)
    assert.isUndefined(counts.route)
    const publisher = cases.data[0].changes.find(({ aspect }: any) => aspect === 'publisher')
    assert.include(publisher.after.why, '所在单位公示：无条件')
    assert.notEqual(publisher.before.said, publisher.after.said)
    const after = await inProvince('henan', () => db.from('applications').orderBy('id'))
    assert.deepEqual(after, before)
    // who differs in several aspects is found by each of them
    const found = async (aspect: string) =>
      (await visitor.page(`${job.body.result.to}?aspect=${aspect}`)).body.props.cases.meta.total
    assert.equal(await found('publisher'), counts.publisher)
    assert.equal(await found('number'), total)
    assert.equal(await found('route'), 0)
  })

  test('a simulated vote counts from the base of the rules; no document is a reason of its own', async ({
    assert,
  }) => {
    const { visitor, id, draft, save } = await newDraft()
    const { document } = (await draft()).draft
    const code = await inProvince('henan', async () => {
      const one = await db
        .from('meeting_cases as c')
        .join('applications as a', 'a.id', 'c.application_id')
        .select('a.id', 'a.code')
        .firstOrFail()
      const tally = JSON.stringify({ roll: 3, cast: 3, yes: 3, no: 0, abstain: 0 })
      await db
        .from('applications')
        .where('id', one.id)
        .update({ stage: 'passed', outcome: 'passed', tally })
      return one.code
    })
    await save('voting', { ...document.voting, base: 'members' })
    await save('documents', { ...document.documents, required: false })
    const started = await visitor.post(`/rules/drafts/${id}/simulations`, { sample: 50 })
    await inProvince('henan', () => runJobs())
    const job = await visitor.get(`${started.body.to}/state`)
    const { cases } = (await visitor.page(`${job.body.result.to}?aspect=vote`)).body.props
    assert.deepEqual(
      cases.data.map((row: { code: string }) => row.code),
      [code]
    )
    const of = (aspect: string) =>
      cases.data[0].changes.find((change: { aspect: string }) => change.aspect === aspect)
    assert.equal(of('vote').before.said, '通过')
    assert.include(of('vote').before.why, '出席 3 人')
    assert.equal(of('vote').after.said, '不通过')
    assert.match(of('vote').after.why, /全体 \d+ 人/)
    assert.equal(of('documents').after.why, '规则不要求印发职称文件')
  })

  test('a template is previewed with its sample, and its faults are told', async ({ assert }) => {
    const { visitor, id, draft } = await newDraft()
    const { source } = (await draft()).draft.templates.certificate
    const path = `/rules/drafts/${id}/preview`
    const seen = await visitor.post(path, { template: 'certificate', source })
    assert.deepEqual(seen.body.data.faults, [])
    assert.include(Buffer.from(seen.body.data.svg, 'base64').toString('utf8'), '<svg')
    const wrong = await visitor.post(path, { template: 'certificate', source: '{{nobody}}' })
    assert.match(wrong.body.data.faults[0], /^第 1 行：.*nobody/)
    const broken = await visitor.post(path, { template: 'certificate', source: 'a\n\n{{#if name}' })
    assert.match(broken.body.data.faults[0], /^第 3 行：/)
    assert.isNull(wrong.body.data.svg)
  })

  test('a template is tried on a real case of the own province, whose person stays covered', async ({
    assert,
  }) => {
    const { visitor, id } = await newDraft()
    const path = `/rules/drafts/${id}/preview`
    const found = (await visitor.post('/rules/cases', { q: '' })).body.options
    assert.isNotEmpty(found)
    const [{ value: applicationId, label }] = found
    const { name, code } = await inProvince('henan', async () => {
      const row = await db.from('applications').where('id', applicationId).firstOrFail()
      return { name: row.person_name as string, code: row.code as string }
    })
    assert.include(label, name)
    for (const q of [name, code])
      assert.include(
        (await visitor.post('/rules/cases', { q })).body.options.map((each: any) => each.value),
        applicationId
      )
    // what stands in the document is read from its own faults: the picture is of drawn letters
    const said = async (source: string) => {
      const { body } = await visitor.post(path, { template: 'certificate', source, applicationId })
      return body.data.faults[0] as string
    }
    assert.include(await said('#panic("{{name}}")'), name)
    assert.match(await said('#panic("{{idNumber}}")'), /\d{6}\*{8}\w{4}/)
    const seen = await visitor.post(path, {
      template: 'certificate',
      source: '{{name}}',
      applicationId,
    })
    assert.deepEqual(seen.body.data.faults, [])
    const drafted = await inProvince('henan', () =>
      db.from('applications').where('stage', 'draft').first()
    )
    for (const strange of [999_999, drafted?.id ?? 999_998]) {
      const body = { template: 'certificate', source: '{{name}}', applicationId: strange }
      assert.equal((await visitor.post(path, body)).status, 404)
    }
    const applicant = await visitorOf('henan').becomes('lina')
    assert.equal((await applicant.post('/rules/cases', { q: '' })).status, 403)
  })

  test('a discarded draft can no longer be changed', async ({ assert }) => {
    const { visitor, id, draft, save } = await newDraft({ from: 'plugin' })
    const { version, document } = (await draft()).draft
    assert.equal((await visitor.post(`/rules/drafts/${id}/discard`, { version })).status, 200)
    assert.equal((await save('voting', document.voting)).status, 422)
    await inProvince('henan', async () => assert.isNotEmpty(await rolesOfTenant()))
  })
})
