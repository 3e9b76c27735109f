import { PDF } from '@libpdf/core'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import requestCertificates from '#certificates/actions/request_certificates'
import Certificate from '#certificates/models/certificate'
import { testPageTemplate } from '#certificates/printing/paper_template'
import { sheetOf } from '#certificates/printing/print_sheets'
import { endRendering, renderDocument } from '#certificates/rendering/render_document'
import Account from '#identity/models/account'
import { runJobs } from '#jobs/run_jobs'
import { paperFaults } from '#province/paper'
import { allProvinces } from '#province/registry'
import { visitorOf } from '#tests/helpers/browserless'
import { generatorOf, numberedApplications } from '#tests/helpers/numbered'
import { freshTenantOf, inProvince } from '#tests/helpers/tenants'

import '#start/jobs'

const PROVINCE = 'henan'
const mm = (points: number) => Math.round((points / 72) * 25.4)

/** Text of a page and where it begins, in millimetres from the upper left corner. */
async function places(pdf: Buffer, page = 0) {
  const document = await PDF.load(pdf)
  const { width, height } = document.getPage(page)!
  const { lines } = document.getPage(page)!.extractText()
  return {
    pages: document.getPageCount(),
    size: [mm(width), mm(height)],
    lines: lines.map(({ text, bbox }) => ({ text, x: (bbox.x / 72) * 25.4 })),
  }
}

test.group('certificates on paper', (group) => {
  let login: string
  let made: Certificate[]
  group.setup(async () => {
    await freshTenantOf(PROVINCE)
    await inProvince(PROVINCE, async () => {
      const applications = await numberedApplications(3)
      const ids = applications.map(({ id }) => id)
      const ctx = await generatorOf(applications[0])
      login = (await Account.findOrFail(ctx.actor.accountId!)).login
      await requestCertificates(ctx, { applicationIds: ids })
      await runJobs()
      made = await Certificate.query().whereIn('applicationId', ids).orderBy('id')
    })
  })
  group.teardown(() => endRendering())

  test('[HN-41] one or many on their stock, moved as the printer wants, noted when they came out well', async ({
    assert,
  }) => {
    const officer = await visitorOf(PROVINCE).becomes(login)
    const { paper, certificates } = (await officer.page('/paper')).body.props
    assert.includeMembers(
      certificates.data.map(({ id }: { id: number }) => id),
      made.map(({ id }) => id)
    )
    const name = '一号打印机'
    assert.equal((await officer.post('/printers', { name, dx: 900, dy: 0 })).status, 422)
    const kept = await officer.post('/printers', { name, dx: 5, dy: -1.5 })
    assert.equal(kept.body.message, '打印机已添加，请打印测试页核对')
    const odd = await officer.post('/printers', { name: '二号打印机', dx: 0, dy: 18.5 })
    assert.match(odd.body.message, /超过 10 毫米.*再打一张测试页/)
    assert.match(
      JSON.stringify((await officer.post('/printers', { name, dx: 0, dy: 0 })).body),
      /已有同名打印机/
    )
    const { printers } = (await officer.page('/paper')).body.props
    const printer = printers.find((each: { name: string }) => each.name === name)
    const ids = made.map(({ id }) => id).join()
    const plain = await places((await officer.get(`/paper/sheets?ids=${made[0].id}`)).bytes)
    const moved = await officer.get(`/paper/sheets?ids=${ids}&printer=${printer.id}`)
    assert.equal(moved.headers['content-type'], 'application/pdf')
    const batch = await places(moved.bytes)
    assert.deepEqual([plain.pages, batch.pages], [1, 3])
    assert.deepEqual(plain.size, [paper.width, paper.height])
    const number = (page: typeof plain) =>
      page.lines.find(({ text }) => text.includes(made[0].number))
    assert.approximately(number(batch)!.x - number(plain)!.x, 5, 0.2)
    // nothing but what the stock lacks: no word of the layout's own
    assert.notMatch(plain.lines.map(({ text }) => text).join(), /姓名|证书编号|发证机关/)
    const printed = await officer.post('/paper/printed', {
      ids: [made[0].id],
      printerId: printer.id,
    })
    assert.equal(printed.body.message, '已登记 1 张纸质证书')
    const left = (await officer.page('/paper')).body.props.certificates.data
    assert.notInclude(
      left.map(({ id }: { id: number }) => id),
      made[0].id
    )
    const [row] = (await officer.page('/paper?printed=yes')).body.props.certificates.data
    assert.equal(row.prints, 1)
    await inProvince(PROVINCE, async () => {
      const print = await db.from('certificate_prints').firstOrFail()
      assert.equal(print.printer, name)
    })
  })

  test('[HN-41] nobody prints what another body made, nor what is of no force', async ({
    assert,
  }) => {
    const other = await visitorOf(PROVINCE).becomes(login === 'szgb' ? 'zzzgb' : 'szgb')
    const path = `/paper/sheets?ids=${made[1].id}`
    assert.equal((await other.get(path)).status, 404)
    assert.equal((await other.post('/paper/printed', { ids: [made[1].id] })).status, 404)
    const officer = await visitorOf(PROVINCE).becomes(login)
    const [printer] = (await officer.page('/paper')).body.props.printers
    assert.equal(
      (await other.command('PUT', `/printers/${printer.id}`, { name: '他', dx: 0, dy: 0 })).status,
      404
    )
    assert.equal((await other.command('DELETE', `/printers/${printer.id}`)).status, 404)
    assert.equal((await officer.get('/paper/sheets?ids=')).status, 422)
    await inProvince(PROVINCE, () =>
      Certificate.query().where('id', made[1].id).update({ status: 'revoked' })
    )
    const revoked = await officer.get(path)
    assert.match(revoked.body.message, /不能打印/)
    const applicant = await visitorOf(PROVINCE).becomes('lina')
    assert.equal((await applicant.get(path)).status, 403)
  })

  test('[HN-42] [HN-43] a test page to measure by, a help page, and no client to install', async ({
    assert,
  }) => {
    const officer = await visitorOf(PROVINCE).becomes(login)
    const page = await officer.get('/paper/test-page')
    assert.equal(page.headers['content-type'], 'application/pdf')
    const { lines } = await places(page.bytes)
    assert.match(lines.map(({ text }) => text).join(), /姓名/)
    const help = await officer.page('/paper/help')
    assert.equal(help.body.component, 'office/certificates/paper_help')
    assert.isNotEmpty(help.body.props.paper.feed)
  })

  test('[HN-41] each province’s layout is data, lies on its sheet and can be set', async ({
    assert,
  }) => {
    for (const { id, ruleset } of allProvinces()) {
      const { paper } = ruleset.certificates
      assert.exists(paper, id)
      assert.deepEqual(paperFaults(ruleset), [], id)
      const template = testPageTemplate(paper!, { dx: -2.5, dy: 1 })
      await renderDocument({ template, data: {}, day: '2026-06-01', output: 'pdf' })
    }
    const [{ ruleset }] = allProvinces()
    const broken = structuredClone(ruleset)
    broken.certificates.paper!.fields.push({ field: 'name', x: 400, y: 0, width: 60, size: 12 })
    assert.deepEqual(paperFaults(broken), ['纸质证书版式：姓名重复', '纸质证书版式：姓名超出纸面'])
    assert.deepInclude(sheetOf({ issuedOn: '2026-06-01', passedOn: '' }), {
      issuedOn: '2026年6月1日',
      issuedMonth: '6',
      passedYear: '',
    })
  })
})
