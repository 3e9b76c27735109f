import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import Application from '#applications/models/application'
import issueCertificates from '#certificates/actions/issue_certificates'
import requestCertificates from '#certificates/actions/request_certificates'
import Certificate from '#certificates/models/certificate'
import { candidateIds } from '#certificates/queries/list_candidates'
import { endRendering } from '#certificates/rendering/render_document'
import { verifyPdf } from '#certificates/signing/verify_pdf'
import StoredFile from '#files/models/stored_file'
import Account from '#identity/models/account'
import { runJobs } from '#jobs/run_jobs'
import { brokenInvariants } from '#lifecycle/invariants'
import { as } from '#platform/demo/drive'
import { storage } from '#tenancy/storage'
import { generatorOf, numberedApplications } from '#tests/helpers/numbered'
import { freshTenantOf, inProvince } from '#tests/helpers/tenants'
import '#start/jobs'

const PROVINCES = ['henan', 'hebei', 'hunan']

const jobRow = async (id: number) => {
  const row = await db.from('jobs').where('id', id).firstOrFail()
  return { ...row, result: typeof row.result === 'string' ? JSON.parse(row.result) : row.result }
}

test.group('certificates', (group) => {
  group.setup(async () => {
    for (const province of PROVINCES) await freshTenantOf(province)
  })
  group.teardown(() => endRendering())

  for (const province of PROVINCES)
    test(`[HB-62] [HU-67] [HN-39] ${province}: asked for, rendered, signed, certified`, async ({
      assert,
    }) => {
      await inProvince(province, async () => {
        const applications = await numberedApplications(2)
        const ids = applications.map(({ id }) => id)
        const ctx = await generatorOf(applications[0])
        const { requested, jobId } = await requestCertificates(ctx, { applicationIds: ids })
        assert.equal(requested, 2)
        // nothing that names a person travels with the job
        const { payload } = await jobRow(jobId)
        assert.notMatch(JSON.stringify(payload), /[一-龥]/)
        await assert.rejects(() => requestCertificates(ctx, { applicationIds: ids }), /正在生成/)
        await runJobs()
        const job = await jobRow(jobId)
        assert.equal(job.status, 'done', job.error)
        assert.deepEqual([job.done, job.failed], [job.total, 0])
        for (const { id } of applications) {
          const application = await Application.findOrFail(id)
          assert.equal(application.stage, 'certified')
          const rows = await Certificate.query().where('applicationId', id).orderBy('id')
          assert.deepEqual(
            rows.map(({ kind, status }) => [kind, status]),
            province === 'hebei'
              ? [
                  ['certificate', 'issued'],
                  ['evaluation_form', 'issued'],
                ]
              : [['certificate', 'issued']]
          )
          assert.equal(application.certificateId, rows[0].id)
          for (const row of rows) {
            const file = await StoredFile.findOrFail(row.fileId!)
            const bytes = await storage().read(file.key)
            const [signature] = verifyPdf(bytes)
            assert.isTrue(signature.valid && signature.coversAll)
            assert.equal(signature.signer, row.signer)
            assert.equal(file.sha256, row.digest)
          }
          const { data } = rows[0].printed()
          assert.equal(data.name, application.personName)
          assert.match(String(data.idNumber), /^\d{17}[\dX]$/)
          assert.isNotEmpty(data.passedOn)
          assert.isNotEmpty(data.issuer)
          // the number stands sealed in the row, in no other column
          assert.notInclude(JSON.stringify(rows[0].publicData), String(data.idNumber))
          assert.notInclude(rows[0].dataSealed.toString('latin1'), String(data.idNumber))
        }
        await assert.rejects(() => requestCertificates(ctx, { applicationIds: ids }), /已生成证书/)
        assert.deepEqual(await brokenInvariants(), {})
      })
    })

  test('[HB-62] the evaluation form has the applicant’s sections, opinions and votes', async ({
    assert,
  }) => {
    await inProvince('hebei', async () => {
      const form = await Certificate.query().where('kind', 'evaluation_form').firstOrFail()
      const { data } = form.printed() as { data: Record<string, any> }
      assert.isNotEmpty(data.education)
      assert.isString(data.education[0].school)
      assert.isNotEmpty(data.opinions)
      assert.deepEqual(data.tally, { roll: 9, cast: 9, yes: 8, no: 1, abstain: 0 })
      assert.equal(data.outcome, '通过')
    })
  })

  test('only the body the rules name may, and it sees no others', async ({ assert }) => {
    await inProvince('henan', async () => {
      const [application] = await numberedApplications(1)
      const own = await generatorOf(application)
      const other = await as(
        await Account.query()
          .whereHas('roles', (roles) => roles.where('role', 'title_officer'))
          .whereNot('organizationId', own.actor.organizationId!)
          .firstOrFail()
      )
      await assert.rejects(
        () => requestCertificates(other, { applicationIds: [application.id] }),
        /不由您的机构生成/
      )
      await assert.rejects(
        () => requestCertificates(own, { applicationIds: [application.id, 999_999] }),
        /没有找到/
      )
      assert.include(await candidateIds(own.actor, {}, 100), application.id)
      assert.notInclude(await candidateIds(other.actor, {}, 100), application.id)
      assert.equal(await Certificate.query().where('applicationId', application.id).first(), null)
    })
  })

  test('a character without a glyph fails one certificate, with its reason; corrected, it is made', async ({
    assert,
  }) => {
    await inProvince('hunan', async () => {
      const [one, two] = await numberedApplications(2)
      await one.merge({ personName: '王\u{2f00a}' }).save()
      const ctx = await generatorOf(one)
      const asked = await requestCertificates(ctx, { applicationIds: [one.id, two.id] })
      await runJobs()
      const { status, failed, result } = await jobRow(asked.jobId)
      assert.deepEqual([status, failed], ['done', 1])
      assert.match(result.failures[0].reason, /缺字.*U\+2F00A/)
      assert.equal((await Application.findOrFail(two.id)).stage, 'certified')
      assert.equal((await Application.findOrFail(one.id)).stage, 'numbered')
      await one.merge({ personName: '王示例' }).save()
      await requestCertificates(ctx, { applicationIds: [one.id] })
      await runJobs()
      assert.equal((await Application.findOrFail(one.id)).stage, 'certified')
    })
  })

  test('two runs of one certificate make it once', async ({ assert }) => {
    await inProvince('hunan', async () => {
      const [application] = await numberedApplications(1)
      const ctx = await generatorOf(application)
      await requestCertificates(ctx, { applicationIds: [application.id] })
      const { id } = await Certificate.findByOrFail('applicationId', application.id)
      const before = await db.from('files').count('* as n').first()
      await Promise.all([1, 2, 3].map(() => issueCertificates(ctx, [id])))
      await runJobs()
      assert.equal((await db.from('files').count('* as n').first()).n, before.n + 1)
      const events = await db
        .from('application_events')
        .where({ application_id: application.id, type: 'certify' })
      assert.lengthOf(events, 1)
      assert.deepEqual(await brokenInvariants(), {})
    })
  })
})
