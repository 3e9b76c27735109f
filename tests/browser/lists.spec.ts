import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import { readXlsx } from 'hucre/xlsx'
import type { Browser } from 'playwright'
import db from '@adonisjs/lucid/services/db'
import { launch, Person } from '#tests/helpers/browser'
import { freshTenantOf, inProvince } from '#tests/helpers/tenants'

const ROWS = 130
const FORMULA = '=HYPERLINK("http://example.com")'

test.group('lists', (group) => {
  let browser: Browser
  group.setup(async () => {
    await freshTenantOf('hunan')
    await inProvince('hunan', async () => {
      const office = await db.from('accounts').where('login', 'gph').firstOrFail()
      const { id, ...known } = await db.from('organizations').orderBy('id', 'desc').firstOrFail()
      for (let at = 0; at < ROWS; at++) {
        const [lower] = await db.table('organizations').insert({
          ...known,
          parent_id: id,
          code: `LIST-${at}`,
          name: at === 0 ? FORMULA : `列表示例单位${at}`,
        })
        const link = { path_set: 'junior', level: '', status: 'confirmed', proposed_by: 'upper' }
        await db.table('path_links').insert({
          ...link,
          lower_id: lower,
          upper_id: office.organization_id,
          created_at: '2026-11-01 08:00:00',
        })
      }
    })
    browser = await launch()
    return () => browser.close()
  })

  test('[HN-21] filter, choice of columns, total, page size, jump, print, export of all pages', async ({
    assert,
  }) => {
    const office = await Person.at(browser, 'hunan')
    await office.becomes('评委会：资格复核')
    await office.goes('/path-links?tab=lower&pathSet=junior')
    const { page } = office
    const rows = page.locator('tbody tr.ant-table-row')
    await office.sees(`共 ${ROWS} 条`)
    assert.equal(await rows.count(), 20)
    await page.getByRole('textbox', { name: '页' }).fill('7')
    await page.keyboard.press('Enter')
    await page.waitForURL(/page=7/)
    await page.waitForLoadState('networkidle')
    assert.equal(await rows.count(), ROWS - 120)
    await page.locator('.ant-pagination-options-size-changer').click()
    await page.locator('.ant-select-item-option', { hasText: /^50/ }).click()
    await page.waitForURL(/pageSize=50/)

    await office.button('列').click()
    await page.getByRole('checkbox', { name: '节点类型' }).click()
    await page.keyboard.press('Escape')
    const heads = () => page.locator('thead th').allInnerTexts()
    assert.notInclude(await heads(), '节点类型')

    const [file] = await Promise.all([page.waitForEvent('download'), office.button('导出').click()])
    assert.equal(file.suggestedFilename(), '评委会下级单位管理.xlsx')
    const book = await readXlsx(await readFile(await file.path()))
    const [head, ...written] = book.sheets[0].rows
    assert.deepEqual(head, ['下级机构', '审核路径', '职称等级', '状态'])
    assert.lengthOf(written, ROWS)
    assert.lengthOf(new Set(written.map(([name]) => name)), ROWS)
    assert.isTrue(
      written.some(([name]) => name === FORMULA),
      'a formula is text'
    )

    await page.reload({ waitUntil: 'networkidle' })
    assert.notInclude(await heads(), '节点类型', 'the choice is remembered')
    await page.emulateMedia({ media: 'print' })
    assert.isFalse(await office.button('导出').isVisible())
    assert.isFalse(await page.locator('.console-side').isVisible())
    assert.isFalse(await page.getByRole('columnheader', { name: '操作' }).isVisible())
    assert.isTrue(await page.getByRole('heading', { name: '评委会下级单位管理' }).isVisible())
    assert.isTrue(await rows.first().isVisible())
  })

  test('[HN-21] a column that says what was done is printed, whatever its title', async ({
    assert,
  }) => {
    const auditor = await Person.at(browser, 'hunan')
    await auditor.signsInAs('auditor')
    await auditor.goes('/audit')
    await auditor.page.emulateMedia({ media: 'print' })
    assert.isTrue(
      await auditor.page.getByRole('columnheader', { name: '操作', exact: true }).isVisible()
    )
  })
})

test.group('what is typed is never lost', (group) => {
  let browser: Browser
  group.setup(async () => {
    await freshTenantOf('hunan')
    browser = await launch()
    return () => browser.close()
  })

  const typing = async (applicant: Person, phone: string) => {
    await applicant.page.getByRole('heading', { name: '个人基本信息' }).waitFor()
    await applicant.page.getByLabel('手机号码').fill(phone)
  }

  test('[HB-40] a warning comes before the session ends, and one click goes on', async () => {
    const applicant = await Person.at(browser, 'hunan')
    await applicant.becomes('陈示例')
    await applicant.page.locator('article a').first().click()
    await applicant.page.getByRole('heading', { name: '个人基本信息' }).waitFor()
    await applicant.page.waitForLoadState('networkidle')
    await applicant.page.evaluate(() => {
      const now = Date.now.bind(Date)
      Date.now = () => now() + 26 * 60_000
    })
    const warning = applicant.button('继续填写')
    await warning.waitFor({ timeout: 40_000 })
    await applicant.sees(/已填写的内容都会保留/)
    await warning.click()
    await warning.waitFor({ state: 'hidden' })
  })

  test('[HB-40] typed after the session has ended: kept here, saved after signing in again, found on another device', async ({
    assert,
  }) => {
    const applicant = await Person.at(browser, 'hunan')
    await applicant.becomes('陈示例')
    await applicant.page.locator('article a').first().click()
    await applicant.page.getByRole('heading', { name: '个人基本信息' }).waitFor()
    const path = new URL(applicant.page.url()).pathname
    // an answer still on its way would bring the session back
    await applicant.page.waitForLoadState('networkidle')
    await applicant.page.context().clearCookies()
    await typing(applicant, '13312340001')
    await applicant.sees('登录已过期')
    const window = await applicant.page.context().newPage()
    await window.goto(`${applicant.base}/personas`, { waitUntil: 'networkidle' })
    await window.locator('button.entry', { hasText: '陈示例' }).first().click()
    await window.waitForURL((url) => !url.pathname.endsWith('/personas'))
    await applicant.button('已登录，继续保存').click()
    await applicant.sees('已自动保存')
    const other = await Person.at(browser, 'hunan', { width: 390, height: 844 })
    await other.becomes('陈示例')
    await other.goes(path)
    assert.equal(await other.page.getByLabel('手机号码').inputValue(), '13312340001')
  })

  test('[HB-40] typed without network: kept on the device over a reload, saved when it is back', async ({
    assert,
  }) => {
    const applicant = await Person.at(browser, 'hunan')
    await applicant.becomes('陈示例')
    await applicant.page.locator('article a').first().click()
    await applicant.page.getByRole('heading', { name: '个人基本信息' }).waitFor()
    await applicant.page.route('**/sections/**', (route) => route.abort())
    await typing(applicant, '13312340002')
    await applicant.sees(/网络中断/)
    await applicant.page.unroute('**/sections/**')
    applicant.page.on('dialog', (dialog) => void dialog.accept())
    await applicant.page.reload({ waitUntil: 'networkidle' })
    assert.equal(await applicant.page.getByLabel('手机号码').inputValue(), '13312340002')
    await applicant.sees('已自动保存')
  })
})
