import { test } from '@japa/runner'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import db from '@adonisjs/lucid/services/db'
import { currentSeries } from '#catalogue/queries/current_series'
import requestCertificates from '#certificates/actions/request_certificates'
import {
  trialSender,
  useMinistrySender,
  type ReportedCertificate,
} from '#certificates/ministry/sender'
import Certificate from '#certificates/models/certificate'
import { endRendering } from '#certificates/rendering/render_document'
import Account from '#identity/models/account'
import { runJobs } from '#jobs/run_jobs'
import { LEVEL_LABELS } from '#province/facts'
import { visitorOf } from '#tests/helpers/browserless'
import { generatorOf, numberedApplications } from '#tests/helpers/numbered'
import { freshTenantOf, inProvince, leaveTenantOf } from '#tests/helpers/tenants'

import '#start/jobs'

const PROVINCE = 'hunan'
const idsOf = (rows: { id: number }[]) => rows.map(({ id }) => id)

test.group('the ministry and Excel', (group) => {
  let login: string
  let made: number[]
  group.setup(async () => {
    await freshTenantOf(PROVINCE)
    await inProvince(PROVINCE, async () => {
      const applications = await numberedApplications(3)
      const ctx = await generatorOf(applications[0])
      login = (await Account.findOrFail(ctx.actor.accountId!)).login
      const ids = applications.map(({ id }) => id)
      await requestCertificates(ctx, { applicationIds: ids })
      await runJobs()
      made = idsOf(await Certificate.query().whereIn('applicationId', ids).orderBy('id'))
    })
  })
  group.teardown(() => {
    useMinistrySender(trialSender)
    endRendering()
    leaveTenantOf(PROVINCE)
  })

  test('[HU-64] by tick and all, each once, with receipts; what is sent back goes again', async ({
    assert,
  }) => {
    const officer = await visitorOf(PROVINCE).becomes(login)
    const first = await officer.page('/ministry-reports')
    assert.isTrue(first.body.props.sender.isTrial)
    assert.includeMembers(idsOf(first.body.props.certificates.data), made)
    const other = await visitorOf(PROVINCE).becomes('gph')
    assert.equal((await other.post('/ministry-reports', { ids: [made[0]] })).status, 404)
    assert.equal((await officer.post('/ministry-reports', { ids: [] })).status, 422)
    // an end that sends one back, and loses its line in the middle once
    const heard: string[] = []
    let broken = true
    useMinistrySender({
      name: '测试通道',
      isTrial: false,
      async send(items) {
        heard.push(...items.map(({ key }) => key))
        if (broken) {
          broken = false
          throw new Error('line lost')
        }
        return items.map(({ key, number, idNumber }, index) =>
          index === 0 && heard.length === 2
            ? { key, accepted: false, fault: '姓名与证件号不符' }
            : { key, accepted: Boolean(idNumber) as true, receipt: `R${number}` }
        )
      },
    })
    const ticked = await officer.post('/ministry-reports', { ids: [made[0]] })
    assert.match(ticked.body.to, /^\/jobs\/\d+$/)
    await inProvince(PROVINCE, async () => {
      await runJobs()
      await db.from('jobs').where('kind', 'certificates.ministry').update({ run_after: null })
      await runJobs()
    })
    // the same report came under the same key
    assert.deepEqual(new Set(heard).size, 1)
    const tab = async (name: string) =>
      (await officer.page(`/ministry-reports?tab=${name}`)).body.props.certificates.data
    const [back] = await tab('rejected')
    assert.equal(back.fault, '姓名与证件号不符')
    const all = await officer.post('/ministry-reports', { all: true })
    assert.equal(all.body.message, '正在上报 3 份证书')
    await inProvince(PROVINCE, () => runJobs())
    const accepted = await tab('accepted')
    assert.sameMembers(idsOf(accepted), made)
    assert.match(accepted[0].receipt, /^R/)
    assert.equal((await officer.post('/ministry-reports', { all: true })).status, 422)
    await inProvince(PROVINCE, async () => {
      const jobs = await db.from('jobs').where('kind', 'certificates.ministry').select('payload')
      for (const { payload } of jobs)
        assert.notMatch(JSON.stringify(payload), /[一-龥]|\d{17}[\dX]/)
    })
  })

  test('[HU-64] [HU-65] revoked after its report it is reported once more, made anew it takes its place', async ({
    assert,
  }) => {
    const officer = await visitorOf(PROVINCE).becomes(login)
    const admin = await visitorOf(PROVINCE).becomes('admin')
    const heard: ReportedCertificate[] = []
    useMinistrySender({
      name: '测试通道',
      isTrial: false,
      async send(items) {
        heard.push(...items)
        return items.map(({ key, number }) => ({ key, accepted: true, receipt: `R${number}` }))
      },
    })
    const change = async (id: number, kind: 'revoke' | 'reissue', reason: string) => {
      assert.equal((await officer.post(`/certificates/${id}/${kind}`, { reason })).status, 200)
      const [open] = (await admin.page('/certificate-changes')).body.props.changes.data
      const answer = { decision: 'approve', opinion: '同意' }
      assert.equal((await admin.post(`/certificate-changes/${open.id}/decide`, answer)).status, 200)
      await inProvince(PROVINCE, () => runJobs())
    }
    const waiting = async () =>
      (await officer.page('/ministry-reports?tab=waiting')).body.props.certificates.data.map(
        (row: { id: number; act: string }) => [row.id, row.act]
      )
    const reportAll = async () => {
      assert.equal((await officer.post('/ministry-reports', { all: true })).status, 200)
      await inProvince(PROVINCE, () => runJobs())
      return heard.splice(0).map(({ act, revision, reason }) => [act, revision, reason])
    }
    const [id] = made
    assert.deepEqual(await waiting(), [])
    await change(id, 'revoke', '材料不实')
    assert.deepEqual(await waiting(), [[id, '撤销']])
    assert.deepEqual(await reportAll(), [['revoke', 1, '材料不实']])
    assert.deepEqual(await waiting(), [])
    // good again: the new one is told; why the first was revoked stays with it
    await change(id, 'reissue', '复核后恢复')
    const newer = await inProvince(PROVINCE, async () => {
      const first = await Certificate.findOrFail(id)
      assert.deepEqual([first.status, first.reason], ['revoked', '材料不实'])
      return (await Certificate.findByOrFail('replacesId', id)).id
    })
    assert.deepEqual(await waiting(), [[newer, '换发']])
    // the ministry takes the number for revoked: a new one it never heard of needs no revocation
    await change(newer, 'revoke', '再次撤销')
    assert.deepEqual(await waiting(), [])
    const second = made[1]
    await change(second, 'reissue', '印制有误')
    const printed = await inProvince(PROVINCE, () => Certificate.findByOrFail('replacesId', second))
    await change(printed.id, 'revoke', '材料不实')
    assert.deepEqual(await waiting(), [[printed.id, '撤销']], 'the ministry holds its first print')
    assert.deepEqual(await reportAll(), [['revoke', 2, '材料不实']])
    const accepted = await officer.page('/ministry-reports?tab=accepted')
    assert.lengthOf(
      accepted.body.props.certificates.data.filter((row: { act: string }) => row.act === '撤销'),
      2
    )
  })

  test('[HU-69] template with drop-downs, rows judged with reasons, the good ones become certificates', async ({
    assert,
  }) => {
    const officer = await visitorOf(PROVINCE).becomes(login)
    const { note } = (await officer.page('/imports/new/certificates')).body.props
    assert.match(note, /照片、申报材料、评审表不在导入范围/)
    const template = await officer.get('/imports/new/certificates/template')
    const { sheets } = await readXlsx(template.bytes)
    const header = sheets[0].rows[0] as string[]
    assert.includeMembers(header, ['*姓名', '*系列', '*专业', '*级别', '证书编号'])
    assert.isAtLeast(sheets[0].dataValidations?.length ?? 0, 5)
    const { series, issuer } = await inProvince(PROVINCE, async () => ({
      series: (await currentSeries()).find(({ specialties }) => specialties.length > 0)!,
      issuer: await db.from('organizations').whereNotNull('issuer_code').firstOrFail(),
    }))
    const [title] = series.titles
    const row = (more: Record<string, string>) => {
      const cells: Record<string, string> = {
        姓名: '示例甲',
        身份证号: '11010119900307002X',
        工作单位: '示例研究所',
        系列: series.name,
        专业: series.specialties[0].name,
        资格名称: title.name,
        级别: LEVEL_LABELS[title.level],
        评审组织: '示例评审委员会',
        通过时间: '2026-03-01',
        批准文号: '示例〔2026〕3 号',
        发证机关: issuer.name,
        发证日期: '2026-03-10',
        证书编号: '',
        ...more,
      }
      return header.map((name) => cells[name.replace('*', '')] ?? '')
    }
    const bytes = await writeXlsx({
      sheets: [
        {
          name: '电子证书',
          rows: [
            header,
            row({}),
            row({ 姓名: '示例乙', 身份证号: '110101199003070046', 证书编号: 'HAND-2026-01' }),
            row({ 姓名: '示例丙', 身份证号: '110101199003070062', 级别: '特级' }),
            row({ 姓名: '示例丁', 身份证号: '110101199003070089', 发证日期: '2026-02-01' }),
            row({ 姓名: '示例戊', 身份证号: '123' }),
          ],
        },
      ],
    })
    const started = await officer.upload('/imports/new/certificates', {
      name: '电子证书.xlsx',
      bytes: Buffer.from(bytes),
    })
    assert.equal(started.status, 200, started.body.message)
    await inProvince(PROVINCE, () => runJobs())
    const importId = await inProvince(PROVINCE, async () => {
      const { id } = await db.from('imports').orderBy('id', 'desc').firstOrFail()
      return Number(id)
    })
    const { body } = await officer.page(`/imports/${importId}`)
    assert.match(JSON.stringify(body.props), /"good":2,"bad":3/)
    assert.match(JSON.stringify(body.props), /不在下拉列表中/)
    const before = await inProvince(PROVINCE, () => db.from('certificates').count('* as n').first())
    assert.equal((await officer.post(`/imports/${importId}/commit`)).status, 200)
    await inProvince(PROVINCE, () => runJobs())
    const found = await inProvince(PROVINCE, async () => {
      const rows = await Certificate.query().whereNull('applicationId').orderBy('id')
      const after = await db.from('certificates').count('* as n').first()
      assert.equal(Number(after.n), Number(before.n) + 2)
      return rows
    })
    assert.deepEqual(
      found.map(({ status }) => status),
      ['issued', 'issued']
    )
    assert.equal(found[1].number, 'HAND-2026-01')
    assert.include(found[0].number, issuer.issuer_code)
    const list = await officer.page('/certificates?name=示例甲')
    assert.deepEqual(idsOf(list.body.props.certificates.data), [found[0].id])
    assert.equal((await officer.page(`/certificates/${found[0].id}`)).status, 200)
    assert.equal((await officer.get(`/certificates/${found[0].id}/file`)).status, 200)
    const verified = await visitorOf(PROVINCE).page(`/c/${found[0].verificationCode}`)
    assert.equal(verified.body.props.certificate.state, 'valid')
    const stranger = await visitorOf(PROVINCE).becomes('pszx')
    assert.equal((await stranger.get(`/certificates/${found[0].id}/file`)).status, 404)
    // the committee's office makes none
    const office = await visitorOf(PROVINCE).becomes('csglc')
    assert.oneOf((await office.get('/imports/new/certificates/template')).status, [403, 404])
    // revoked and made anew like any other
    await officer.post(`/certificates/${found[1].id}/revoke`, { reason: '信息有误' })
    const admin = await visitorOf(PROVINCE).becomes('admin')
    const [change] = (await admin.page('/certificate-changes')).body.props.changes.data
    const answer = { decision: 'approve', opinion: '同意' }
    assert.equal((await admin.post(`/certificate-changes/${change.id}/decide`, answer)).status, 200)
    await officer.post(`/certificates/${found[1].id}/reissue`, { reason: '恢复' })
    const [again] = (await admin.page('/certificate-changes')).body.props.changes.data
    assert.equal((await admin.post(`/certificate-changes/${again.id}/decide`, answer)).status, 200)
    await inProvince(PROVINCE, async () => {
      await runJobs()
      const rows = await Certificate.query().where('number', 'HAND-2026-01').orderBy('id')
      assert.deepEqual(
        rows.map(({ revision, status }) => [revision, status]),
        [
          [1, 'revoked'],
          [2, 'issued'],
        ]
      )
    })
  })
})
