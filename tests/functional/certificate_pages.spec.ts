import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import sharp from 'sharp'
import Application from '#applications/models/application'
import requestCertificates from '#certificates/actions/request_certificates'
import Certificate from '#certificates/models/certificate'
import { endRendering } from '#certificates/rendering/render_document'
import { certificateByFile } from '#certificates/verification/find_certificate'
import StoredFile from '#files/models/stored_file'
import setPassword from '#identity/actions/set_password'
import Account from '#identity/models/account'
import { runJobs } from '#jobs/run_jobs'
import { brokenInvariants } from '#lifecycle/invariants'
import { storage } from '#tenancy/storage'
import { visitorOf } from '#tests/helpers/browserless'
import { generatorOf, numberedApplications } from '#tests/helpers/numbered'
import { freshTenantOf, inProvince } from '#tests/helpers/tenants'
import '#start/jobs'

const PROVINCES = ['henan', 'hebei', 'hunan']

test.group('certificates in the browser’s words', (group) => {
  group.setup(async () => {
    for (const province of PROVINCES) await freshTenantOf(province)
    for (const province of ['hebei', 'hunan'])
      await inProvince(province, async () => {
        const applications = await numberedApplications(2)
        const applicationIds = applications.map(({ id }) => id)
        await requestCertificates(await generatorOf(applications[0]), { applicationIds })
        await runJobs()
      })
  })
  group.teardown(() => endRendering())

  /** Signs the owner of an application in; invented people have no place on the personas page. */
  const ownerOf = async (province: string, applicationId: number) => {
    const password = 'Nb-7mQ2xKw'
    const login = await inProvince(province, async () => {
      const { accountId } = await Application.findOrFail(applicationId)
      const account = await Account.findOrFail(accountId)
      await setPassword(account, password)
      return account.login
    })
    const owner = visitorOf(province)
    const reply = await owner.post('/sign-in', { login, password })
    if (reply.status !== 200) throw new Error(reply.body.message)
    return owner
  }
  /** Another person agrees to what waits for a certificate. */
  const agree = async (province: string, certificateId: number) => {
    const admin = await visitorOf(province).becomes('admin')
    const { changes } = (await admin.page('/certificate-changes')).body.props
    const change = changes.data.find(
      (each: { certificateId: number }) => each.certificateId === certificateId
    )
    return admin.post(`/certificate-changes/${change.id}/decide`, {
      decision: 'approve',
      opinion: '情况属实',
    })
  }
  const loginOf = async (accountId: number | null) => (await Account.findOrFail(accountId!)).login

  test('[HU-62] [HU-67] [HU-68] [HN-39] by tick and by query, over all pages; what must be chosen first', async ({
    assert,
  }) => {
    const { login, ids } = await inProvince('henan', async () => {
      const applications = await numberedApplications(3)
      const ctx = await generatorOf(applications[0])
      return { login: await loginOf(ctx.actor.accountId), ids: applications.map(({ id }) => id) }
    })
    const officer = await visitorOf('henan').becomes(login)
    const { body } = await officer.page('/generate-certificates')
    const { candidates, chooseFirst } = body.props
    assert.equal(chooseFirst.name, 'level')
    assert.includeMembers(
      candidates.data.map(({ id }: { id: number }) => id),
      ids
    )
    const ticked = await officer.post('/generate-certificates', { applicationIds: [ids[0]] })
    assert.match(ticked.body.to, /^\/jobs\/\d+$/)
    const unchosen = await officer.post('/generate-certificates', { all: true, filters: {} })
    assert.equal(unchosen.status, 422)
    assert.match(unchosen.body.message, /请先选择申报级别/)
    const { level } = await inProvince('henan', () => Application.findOrFail(ids[1]))
    const all = await officer.post('/generate-certificates', {
      all: true,
      filters: { level: level! },
    })
    assert.equal(all.status, 200, all.body.message)
    await inProvince('henan', () => runJobs())
    const after = await officer.page('/generate-certificates?generated=yes')
    assert.includeMembers(
      after.body.props.candidates.data.map(({ id }: { id: number }) => id),
      ids
    )
    const none = await officer.page(`/generate-certificates?level=${level}`)
    assert.deepEqual(none.body.props.candidates.data, [])
  })

  test('[HU-63] [HU-66] details and the file, for those whose business it is', async ({
    assert,
  }) => {
    const found = await inProvince('henan', async () => {
      const certificate = await Certificate.query().where('status', 'issued').firstOrFail()
      const application = await Application.findOrFail(certificate.applicationId)
      return {
        certificate,
        officer: await loginOf((await generatorOf(application)).actor.accountId),
        idNumber: String(certificate.printed().data.idNumber),
      }
    })
    const { id, number } = found.certificate
    const officer = await visitorOf('henan').becomes(found.officer)
    const list = await officer.page(`/certificates?number=${number}`)
    assert.deepEqual(
      list.body.props.certificates.data.map((row: { id: number }) => row.id),
      [id]
    )
    const detail = await officer.page(`/certificates/${id}`)
    assert.notInclude(JSON.stringify(detail.body.props), found.idNumber)
    assert.isTrue(detail.body.props.mayRevoke)
    const file = await officer.get(`/certificates/${id}/file?download`)
    assert.equal(file.headers['content-type'], 'application/pdf')
    assert.match(String(file.headers['content-disposition']), /^attachment/)
    await inProvince('henan', async () =>
      assert.isNotNull(
        await db.from('audit_entries').where({ action: 'certificate.read', object_id: id }).first()
      )
    )
    const owner = await ownerOf('henan', found.certificate.applicationId!)
    const { body: mine } = await owner.page('/my/certificates')
    assert.deepEqual(
      mine.props.certificates.map((row: { id: number }) => row.id),
      [id]
    )
    assert.equal((await owner.get(`/certificates/${id}/file`)).status, 200)
    // HU-65: phones show no PDF in a page
    for (let time = 0; time < 2; time++) {
      const picture = await owner.get(`/certificates/${id}/picture`)
      assert.equal(picture.headers['content-type'], 'image/png')
      assert.equal(picture.headers['cache-control'], 'private, no-store')
      assert.equal((await sharp(picture.bytes).metadata()).width, 1290)
    }
    assert.equal((await officer.get(`/certificates/${id}/picture`)).status, 404)
    assert.equal((await owner.page(`/certificates/${id}`)).status, 403)
    const stranger = await visitorOf('henan').becomes('lina')
    assert.equal((await stranger.get(`/certificates/${id}/file`)).status, 404)
    assert.equal((await stranger.get(`/certificates/${id}/picture`)).status, 404)
    assert.equal((await stranger.get(`/files/${found.certificate.fileId}`)).status, 404)
    const admin = await visitorOf('henan').becomes('admin')
    assert.equal((await admin.page(`/certificates/${id}`)).status, 200)
  })

  test('[HU-65] revoked with a reason; then made anew under its number', async ({ assert }) => {
    const found = await inProvince('hunan', async () => {
      const certificate = await Certificate.query().where('status', 'issued').firstOrFail()
      const application = await Application.findOrFail(certificate.applicationId)
      return {
        ...certificate.$attributes,
        officer: await loginOf((await generatorOf(application)).actor.accountId),
      } as any
    })
    const officer = await visitorOf('hunan').becomes(found.officer)
    const path = `/certificates/${found.id}`
    assert.equal((await officer.post(`${path}/revoke`, { reason: '' })).status, 422)
    const clerk = await visitorOf('hunan').becomes('pszx')
    assert.oneOf((await clerk.post(`${path}/revoke`, { reason: '弄虚作假' })).status, [403, 404])
    const revoked = await officer.post(`${path}/revoke`, { reason: '弄虚作假' })
    assert.equal(revoked.status, 200, revoked.body.message)
    assert.equal((await officer.post(`${path}/revoke`, { reason: '再次' })).status, 422)
    // who asked does not agree to it himself
    const [waiting] = (await officer.page('/certificate-changes')).body.props.changes.data
    assert.isFalse(waiting.mayDecide)
    const answer = { decision: 'approve', opinion: '情况属实' }
    const own = await officer.post(`/certificate-changes/${waiting.id}/decide`, answer)
    assert.equal(own.status, 403)
    const stranger = await visitorOf('hunan').becomes('pszx')
    assert.oneOf(
      (await stranger.post(`/certificate-changes/${waiting.id}/decide`, answer)).status,
      [403, 404]
    )
    await inProvince('hunan', async () =>
      assert.equal((await Certificate.findOrFail(found.id)).status, 'issued')
    )
    assert.equal((await agree('hunan', found.id)).status, 200)
    await inProvince('hunan', async () => {
      assert.equal((await Application.findOrFail(found.applicationId)).stage, 'revoked')
      assert.equal((await Certificate.findOrFail(found.id)).reason, '弄虚作假')
    })
    const owner = await ownerOf('hunan', found.applicationId)
    assert.equal((await owner.get(`${path}/file`)).status, 404)
    assert.equal((await owner.get(`${path}/picture`)).status, 404)
    const shown = await visitorOf('hunan').page(`/c/${found.verificationCode}`)
    assert.equal(shown.body.props.certificate.state, 'revoked')
    assert.notMatch(JSON.stringify(shown.body.props), /弄虚作假|idNumber/)
    const again = await officer.post(`${path}/reissue`, { reason: '撤销有误' })
    assert.equal(again.status, 200, again.body.message)
    assert.equal((await officer.post(`${path}/reissue`, { reason: '再次' })).status, 422)
    assert.equal((await agree('hunan', found.id)).status, 200)
    await inProvince('hunan', async () => {
      await runJobs()
      const application = await Application.findOrFail(found.applicationId)
      assert.equal(application.stage, 'certified')
      const anew = await Certificate.findOrFail(application.certificateId!)
      assert.deepEqual([anew.number, anew.revision, anew.status], [found.number, 2, 'issued'])
      assert.equal((await Certificate.findOrFail(found.id)).status, 'revoked')
      assert.deepEqual(await brokenInvariants(), {})
    })
  })

  test('a misprint is replaced: the old one says so, the new one stands', async ({ assert }) => {
    const found = await inProvince('hebei', async () => {
      const certificate = await Certificate.query()
        .where({ status: 'issued', kind: 'certificate' })
        .firstOrFail()
      const application = await Application.findOrFail(certificate.applicationId)
      const { actor } = await generatorOf(application)
      return { certificate, officer: await loginOf(actor.accountId) }
    })
    const officer = await visitorOf('hebei').becomes(found.officer)
    const { id, applicationId, verificationCode } = found.certificate
    await officer.post(`/certificates/${id}/reissue`, { reason: '专业名称有误' })
    await agree('hebei', id)
    await inProvince('hebei', async () => {
      assert.equal((await Certificate.findOrFail(id)).status, 'issued')
      await runJobs()
      const rows = await Certificate.query().where({ applicationId }).orderBy('id')
      assert.deepEqual(
        rows.map(({ kind, revision, status }) => [kind, revision, status]),
        [
          ['certificate', 1, 'replaced'],
          ['evaluation_form', 1, 'replaced'],
          ['certificate', 2, 'issued'],
          ['evaluation_form', 2, 'issued'],
        ]
      )
    })
    const shown = await visitorOf('hebei').page(`/c/${verificationCode}`)
    assert.equal(shown.body.props.certificate.state, 'replaced')
    assert.deepEqual(
      shown.body.props.certificate.facts.map(({ label }: { label: string }) => label),
      ['证书编号']
    )
  })

  test('[HU-65] a correction changes what it names, after a second person; a later one keeps it', async ({
    assert,
  }) => {
    const found = await inProvince('henan', async () => {
      const certificate = await Certificate.query().where('status', 'issued').firstOrFail()
      const application = await Application.findOrFail(certificate.applicationId!)
      return {
        certificate,
        officer: await loginOf((await generatorOf(application)).actor.accountId),
      }
    })
    const { id, applicationId, number } = found.certificate
    const officer = await visitorOf('henan').becomes(found.officer)
    const same = await inProvince('henan', async () => found.certificate.printed().data)
    const none = await officer.post(`/certificates/${id}/correct`, {
      reason: '单位更名',
      unit: same.unit,
    })
    assert.match(none.body.message, /内容与现在的证书相同/)
    const noDay = { reason: '时间有误', passedOn: '2026-13-45' }
    assert.equal((await officer.post(`/certificates/${id}/correct`, noDay)).status, 422)
    const asked = await officer.post(`/certificates/${id}/correct`, {
      reason: '单位更名',
      unit: '示例研究院（新）',
      number: 'X',
    })
    assert.equal(asked.status, 200, asked.body.message)
    const shown = (await officer.page(`/certificates/${id}`)).body.props.change
    assert.deepEqual(shown.corrections, [{ label: '工作单位', value: '示例研究院（新）' }])
    assert.equal((await agree('henan', id)).status, 200)
    const next = await inProvince('henan', async () => {
      await runJobs()
      const { certificateId } = await Application.findOrFail(applicationId!)
      return Certificate.findOrFail(certificateId!)
    })
    assert.deepEqual([next.number, next.revision, next.status], [number, 2, 'issued'])
    await inProvince('henan', async () => {
      assert.equal(next.printed().data.unit, '示例研究院（新）')
      assert.equal((await StoredFile.findOrFail(next.fileId!)).name, `${number}_第2次.pdf`)
    })
    const list = await officer.page(`/certificates?number=${number}`)
    assert.deepEqual(
      list.body.props.certificates.data.map((row: { unit: string }) => row.unit),
      ['示例研究院（新）', same.unit],
      'each as it says itself'
    )
    await officer.post(`/certificates/${next.id}/reissue`, { reason: '再次打印' })
    await agree('henan', next.id)
    await inProvince('henan', async () => {
      await runJobs()
      const { certificateId } = await Application.findOrFail(applicationId!)
      const last = await Certificate.findOrFail(certificateId!)
      assert.deepEqual([last.revision, last.printed().data.unit], [3, '示例研究院（新）'])
      assert.equal((await Certificate.findOrFail(next.id)).status, 'replaced')
    })
  })

  test('[HU-63] anyone verifies by code and by number with name; wrong is unknown, guessing needs a proof', async ({
    assert,
  }) => {
    const { certificate, name, idNumber } = await inProvince('henan', async () => {
      const row = await Certificate.query().where('status', 'issued').firstOrFail()
      const { data } = row.printed()
      return { certificate: row, name: String(data.name), idNumber: String(data.idNumber) }
    })
    const visitor = visitorOf('henan')
    const valid = await visitor.page(`/c/${certificate.verificationCode}`)
    // who only looks leaves no session and gets no cookie
    assert.isUndefined(valid.headers['set-cookie'])
    assert.isString(valid.headers['content-security-policy'])
    const text = JSON.stringify(valid.body.props)
    assert.equal(valid.body.props.certificate.state, 'valid')
    assert.include(text, name)
    assert.notInclude(text, idNumber)
    assert.equal((await visitor.page('/c/nothing')).body.props.certificate, null)
    // another province knows nothing of it
    const elsewhere = await visitorOf('hebei').page(`/c/${certificate.verificationCode}`)
    assert.equal(elsewhere.body.props.certificate, null)
    const right = await visitor.post('/verify', { number: certificate.number, name })
    assert.equal(right.body.to, `/c/${certificate.verificationCode}`)
    const wrongName = await visitor.post('/verify', { number: certificate.number, name: '某某' })
    const wrongNumber = await visitor.post('/verify', { number: 'T99999999', name })
    assert.equal(wrongName.status, 422)
    assert.equal(
      wrongName.body.message,
      '没有查到该证书，请核对证书编号与姓名；仍有疑问请向发证机关核实。'
    )
    assert.match(wrongNumber.body.message, /没有查到|人机验证/)
    const guessed = await visitor.post('/verify', { number: certificate.number, name })
    assert.match(guessed.body.message, /人机验证/)
  })

  test('[HU-63] a file is told from one that was touched, and from one that is not ours', async ({
    assert,
  }) => {
    await inProvince('henan', async () => {
      const row = await Certificate.query().where('status', 'issued').firstOrFail()
      const file = await StoredFile.findOrFail(row.fileId!)
      const bytes = await storage().read(file.key)
      const same = await certificateByFile(bytes)
      assert.equal(same.certificate?.id, row.id)
      assert.isTrue(same.isSigned)
      const touched = Buffer.from(bytes)
      touched[1500] ^= 1
      assert.deepEqual(await certificateByFile(touched), { isSigned: false, certificate: null })
      assert.deepEqual(await certificateByFile(Buffer.from('no PDF')), {
        isSigned: false,
        certificate: null,
      })
    })
    const visitor = visitorOf('henan')
    const forged = { name: '证书.pdf', bytes: Buffer.from('%PDF-1.7 forged') }
    const answer = await visitor.upload('/verify/file', forged)
    assert.equal(answer.status, 422)
    assert.deepEqual(answer.body.errors, [
      { field: 'file', message: '文件不是本系统签发的证书，或已被改动。' },
    ])
  })
})
