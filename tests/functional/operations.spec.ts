import { appendFileSync, rmSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { inviteOperator } from '#identity/operator_session'
import { runJobs } from '#jobs/run_jobs'
import StoredFile from '#files/models/stored_file'
import { wasDeleted } from '#platform/actions/delete_province'
import { samplePdf } from '#platform/demo/sample_pdf'
import { runTasks } from '#platform/tasks/define_task'
import '#start/jobs'
import env from '#start/env'
import { tenantFolder } from '#tenancy/storage'
import Tenant from '#tenancy/models/tenant'
import { Visitor, visitorOf } from '#tests/helpers/browserless'
import { freshTenantOf, inProvince, leaveTenantOf } from '#tests/helpers/tenants'

const PASSWORD = 'Yunwei-2026-ceshi'
const HOME = '/operator/provinces/hunan'

async function operatorNamed(login: string, name: string) {
  const secret = await inviteOperator({ login, name })
  const visitor = new Visitor('localhost')
  const input = { login, secret, password: PASSWORD, confirmation: PASSWORD }
  const reply = await visitor.post('/operator/activate', input)
  if (reply.status !== 200) throw new Error(JSON.stringify(reply.body))
  return visitor
}

test.group('operating provinces', (group) => {
  let first: Visitor
  let second: Visitor
  let sound: string
  const admin = () => visitorOf('hunan').becomes('admin')
  const page = async () => (await first.page(HOME)).body.props

  group.setup(async () => {
    await freshTenantOf('hunan')
    first = await operatorNamed('ops-one', '运维甲')
    second = await operatorNamed('ops-two', '运维乙')
  })
  group.teardown(async () => {
    leaveTenantOf('hunan')
    const platform = db.connection('platform')
    await platform.from('operators').whereIn('login', ['ops-one', 'ops-two']).delete()
    await platform.from('operator_tasks').delete()
    await platform.from('province_deletions').delete()
  })

  test('a backup counts when the copy restored from it was looked through, part by part', async ({
    assert,
  }) => {
    const started = await first.post(`${HOME}/backup`)
    assert.equal(started.status, 200, started.body.message)
    assert.equal((await first.post(`${HOME}/backup`)).body.code, 'running')
    assert.equal((await page()).tasks[0].status, 'queued')
    await runTasks()
    const { tasks, backups } = await page()
    assert.equal(tasks[0].status, 'done', tasks[0].error)
    assert.deepEqual(
      tasks[0].result.lines.map(({ label, ok }: any) => [label, ok]),
      [
        ['数据库', true],
        ['文件', true],
        ['业务数据', true],
        ['审计日志', true],
        ['加密字段', true],
      ]
    )
    sound = backups[0].file
    const [[{ left }]] = await db
      .connection('platform')
      .rawQuery(
        "select count(*) as left_ from information_schema.schemata where schema_name like '%\\_proof'"
      )
      .then(([[row]]: any) => [[{ left: row.left_ }]])
    assert.equal(Number(left), 0)
  })

  test('a backup that lacks a file or whose log was changed does not pass', async ({ assert }) => {
    const hurt = await inProvince('hunan', async () => {
      const file = await StoredFile.query().orderBy('id').firstOrFail()
      appendFileSync(join(tenantFolder('hunan'), file.key), 'x')
      await db.from('audit_entries').orderBy('id').limit(1).update({ actor_name: '别人' })
      return file
    })
    await first.post(`${HOME}/backup`)
    await runTasks()
    const [task] = (await page()).tasks
    assert.equal(task.status, 'failed')
    const bad = task.result.lines.filter(({ ok }: any) => !ok).map(({ label }: any) => label)
    assert.deepEqual(bad, ['文件', '审计日志'])
    rmSync(join(env.get('BACKUP_DIR'), (await page()).backups[0].file))
    assert.isAbove(hurt.id, 0)
  })

  test('a closed province is put back to a backup that passed, by who types its name', async ({
    assert,
  }) => {
    const file = sound
    const { backups } = await page()
    await inProvince('hunan', () => db.from('notices').delete())
    const early = await first.post(`${HOME}/restoration`, { file, slug: 'hunan' })
    assert.equal(early.body.code, 'status')
    await first.post(`${HOME}/suspension`, { reason: '恢复数据' })
    const mistyped = await first.post(`${HOME}/restoration`, { file, slug: 'hebei' })
    assert.equal(mistyped.body.errors[0].field, 'slug')
    const foreign = { file: 'hebei-20260101T000000.tar.gz', slug: 'hunan' }
    assert.equal((await first.post(`${HOME}/restoration`, foreign)).status, 404)
    assert.equal((await first.post(`${HOME}/restoration`, { file, slug: 'hunan' })).status, 200)
    await runTasks()
    const [task] = (await page()).tasks
    assert.equal(task.status, 'done', task.error)
    await inProvince('hunan', async () => {
      assert.isNotEmpty(await db.from('notices'))
      const entry = await db.from('audit_entries').orderBy('id').firstOrFail()
      assert.notEqual(entry.actor_name, '别人')
    })
    assert.lengthOf((await page()).backups, backups.length + 1)
    await first.command('DELETE', `${HOME}/suspension`)
  })

  test('all databases are migrated as one task with a line for each province', async ({
    assert,
  }) => {
    assert.equal((await first.post('/operator/tasks/migration')).status, 200)
    await runTasks()
    const { tasks } = (await first.page('/operator/tasks')).body.props
    assert.equal(tasks.data[0].status, 'done')
    assert.equal(tasks.data[0].done, tasks.data[0].total)
    const tenants = await Tenant.query()
    assert.lengthOf(tasks.data[0].result.lines, tenants.length)
    const { provinces } = (await first.page('/operator')).body.props
    assert.isTrue(provinces.every(({ behind }: { behind: number }) => behind === 0))
  })

  test('a province that is full takes no further upload', async ({ assert }) => {
    const applicant = await visitorOf('hunan').becomes('admin')
    const upload = () =>
      applicant.upload(
        '/portal/downloads',
        { name: '样表.pdf', bytes: samplePdf('样表') },
        { title: '样表' }
      )
    const used = await inProvince('hunan', async () => {
      const [{ bytes }] = await db.from('files').sum('size as bytes')
      return Math.ceil(Number(bytes) / 1024 / 1024)
    })
    assert.equal((await first.post(`${HOME}/quota`, { megabytes: 0 })).status, 422)
    await inProvince('hunan', () =>
      db
        .from('files')
        .orderBy('id')
        .limit(1)
        .update({ size: (used + 5) * 1024 * 1024 })
    )
    assert.equal((await first.post(`${HOME}/quota`, { megabytes: used })).status, 200)
    assert.match((await upload()).body.message, /存储空间已用完/)
    assert.equal((await first.post(`${HOME}/quota`, { megabytes: null })).status, 200)
    assert.equal((await upload()).status, 200)
  })

  test('no operator sees data without the province’s consent; each look stands in both logs', async ({
    assert,
  }) => {
    const { code } = await inProvince('hunan', () =>
      db.from('applications').whereNot('stage', 'draft').firstOrFail()
    )
    const look = (visitor: Visitor) => visitor.post(`${HOME}/look`, { code })
    assert.equal((await look(first)).body.code, 'consent')
    assert.equal(
      (await first.post(`${HOME}/support`, { reason: '申报人反映办理停滞' })).status,
      200
    )
    assert.equal((await look(first)).body.code, 'consent')
    const inside = await admin()
    const { grants } = (await inside.page('/support')).body.props
    assert.deepInclude(grants.data[0], { operator: '运维甲', status: 'asked' })
    const { id } = grants.data[0]
    const clerk = await visitorOf('hunan').becomes('gph')
    assert.equal((await clerk.post(`/support/${id}/answer`, { grant: true })).status, 403)
    assert.equal(
      (await inside.post(`/support/${id}/answer`, { grant: true, hours: 2 })).status,
      200
    )
    const seen = await look(first)
    assert.equal(seen.status, 200, seen.body.message)
    assert.equal(seen.body.data.code, code)
    assert.isNotEmpty(seen.body.data.events)
    // consent is for the one who asked
    assert.equal((await look(second)).body.code, 'consent')
    await inProvince('hunan', async () => {
      const { person_name: name } = await db.from('applications').where('code', code).firstOrFail()
      assert.notInclude(JSON.stringify(seen.body), name)
      const entries = await db.from('audit_entries').where('action', 'support.looked')
      assert.lengthOf(entries, 1)
      assert.include(entries[0].actor_name, '运维甲')
    })
    const { entries } = (await first.page('/operator')).body.props
    assert.deepInclude(entries.data[0], { action: '查看业务数据', tenant: 'hunan' })
    assert.equal((await inside.post(`/support/${id}/withdrawal`)).status, 200)
    assert.equal((await look(first)).body.code, 'consent')
  })

  test('consent ends by itself', async ({ assert }) => {
    await inProvince('hunan', () =>
      db.from('support_grants').update({ status: 'granted', ends_at: new Date(Date.now() - 1000) })
    )
    assert.equal((await first.post(`${HOME}/look`, { code: 'whatever' })).body.code, 'consent')
    assert.equal((await page()).grants[0].status, 'over')
  })

  test('jobs that were given up are seen in one place and begin again', async ({ assert }) => {
    await inProvince('hunan', () =>
      db.table('jobs').insert({
        kind: 'nothing.at_all',
        key: 'dead',
        label: '无法执行的任务',
        payload: '{}',
        total: 1,
        status: 'failed',
        error: '处理失败',
        failures: 5,
        created_at: new Date(),
        finished_at: new Date(),
      })
    )
    const { letters, counts } = (await first.page('/operator/queues')).body.props
    const letter = letters.find(({ label }: { label: string }) => label === '无法执行的任务')
    assert.deepInclude(letter, { slug: 'hunan', error: '处理失败' })
    assert.isNumber(counts.waiting)
    const again = await first.post(`${HOME}/jobs/repeat`)
    assert.match(again.body.message, /1 项/)
    await inProvince('hunan', async () => {
      const job = await db.from('jobs').where('key', 'dead').firstOrFail()
      assert.equal(job.status, 'queued')
      await db.from('jobs').where('key', 'dead').delete()
    })
  })

  test('the province takes all its data along; nobody else can fetch them', async ({ assert }) => {
    const inside = await admin()
    const started = await inside.post('/support/export')
    await inProvince('hunan', () => runJobs())
    const job = (await inside.get(`${started.body.to}/state`)).body
    assert.equal(job.status, 'done', job.error)
    const archive = await inside.get(job.result.to)
    assert.equal(archive.status, 200)
    const names = execFileSync('tar', ['tz'], { input: archive.bytes }).toString()
    for (const name of ['README.json', 'data/applications.jsonl', 'data/people.jsonl'])
      assert.include(names, name)
    const text = (name: string) =>
      execFileSync('tar', ['xzO', name], { input: archive.bytes, maxBuffer: 1e8 }).toString()
    const people = text('data/people.jsonl')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    const known = await inProvince('hunan', () => db.from('people').count('* as count').first())
    assert.lengthOf(people, Number(known.count))
    assert.match(people[0].idNumber, /^\w{15,18}$/)
    assert.notMatch(text('data/accounts.jsonl'), /"password"|"activation_hash"/)
    const events = await inProvince('hunan', () =>
      db.from('application_events').count('* as count').first()
    )
    assert.lengthOf(text('data/application_events.jsonl').trim().split('\n'), Number(events.count))
    const other = await visitorOf('hunan').becomes('gph')
    assert.equal((await other.get(job.result.to)).status, 404)
    assert.equal((await other.post('/support/export')).status, 403)
  })

  test('a closed province is deleted by two operators, the second of whom types its name', async ({
    assert,
  }) => {
    const ask = () => first.post(`${HOME}/deletion`, { reason: '合同终止，数据已移交' })
    assert.equal((await ask()).body.code, 'status')
    await first.post(`${HOME}/suspension`, { reason: '合同终止' })
    const confirm = (visitor: Visitor, slug = 'hunan') =>
      visitor.post(`${HOME}/deletion/confirmation`, { slug })
    assert.equal((await confirm(second)).status, 404)
    assert.equal((await ask()).status, 200)
    assert.equal((await confirm(first)).status, 403)
    assert.equal((await confirm(second, 'hu-nan')).status, 422)
    const { database } = await Tenant.findByOrFail('slug', 'hunan')
    const done = await confirm(second)
    assert.equal(done.status, 200, done.body.message)
    assert.isNull(await Tenant.findBy('slug', 'hunan'))
    const [[row]] = await db
      .connection('platform')
      .rawQuery('select count(*) as count from information_schema.schemata where schema_name = ?', [
        database,
      ])
    assert.equal(Number(row.count), 0)
    const { entries } = (await second.page('/operator')).body.props
    assert.deepInclude(entries.data[0], { action: '删除租户', tenant: 'hunan' })
    assert.equal((await second.page(HOME)).status, 404)
    assert.isTrue(await wasDeleted('hunan'), 'a new version does not open it again')
  })
})
