import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { brokenInvariants } from '#lifecycle/invariants'
import { provinceOf } from '#province/registry'
import { visitorOf } from '#tests/helpers/browserless'
import { freshTenantOf, inProvince, leaveTenantOf } from '#tests/helpers/tenants'

test.group('the demo’s earlier meeting', () => {
  for (const province of ['henan', 'hebei', 'hunan'])
    test(`[HN-27] [HN-32] [HN-39] [HU-63] ${province}: people stand in every stage the rules have, a certificate is verified, its owner has it`, async ({
      assert,
    }) => {
      await freshTenantOf(province, { withHistory: true })
      await inProvince(province, async () => {
        const { ruleset } = provinceOf(province)
        const rows = await db
          .from('applications as a')
          .join('accounts as c', 'c.id', 'a.account_id')
          .where('c.login', 'like', 'former-%')
          .select('c.login', 'a.stage', 'a.certificate_number')
        const stages = Object.fromEntries(
          rows.map(({ login, stage }) => [login.replace('former-', '').replaceAll('-', '_'), stage])
        )
        assert.deepEqual(stages, {
          reported: 'reported',
          in_publicity: 'in_publicity',
          objection: 'objection',
          not_passed: 'not_passed',
          passed: 'passed',
          filed: ruleset.results.filing.required ? 'filed' : 'passed',
          numbered: 'numbered',
          documented: ruleset.documents.required ? 'documented' : 'numbered',
          certified: 'certified',
          revoked: 'revoked',
        })
        assert.deepEqual(await brokenInvariants(), {})
        const hurried = await db.from('ballots').whereRaw('closed_at < opened_at')
        assert.deepEqual(hurried, [], 'a vote ended before it began')
        const certificates = await db
          .from('certificates')
          .where('kind', 'certificate')
          .select('verification_code', 'status')
        const shown = await Promise.all(
          certificates.map(({ verification_code: code }) =>
            visitorOf(province).get(`/c/${code}`, { accept: 'text/html' })
          )
        )
        assert.deepEqual(certificates.map(({ status }) => status).sort(), ['issued', 'revoked'])
        for (const page of shown) assert.equal(page.status, 200)
      })
      const owner = await visitorOf(province).becomes('former-certified')
      const [own] = (await owner.page('/my/certificates')).body.props.certificates
      assert.equal(own.status, 'issued')
      assert.equal((await owner.get(`/certificates/${own.id}/file?download`)).status, 200)
      const taken = await visitorOf(province).becomes('former-revoked')
      const [gone] = (await taken.page('/my/certificates')).body.props.certificates
      assert.equal(gone.status, 'revoked')
      assert.isNotEmpty(gone.reason)
      assert.equal((await taken.get(`/certificates/${gone.id}/file?download`)).status, 404)
      leaveTenantOf(province)
    })
})
