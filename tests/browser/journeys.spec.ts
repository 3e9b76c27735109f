import { test } from '@japa/runner'
import type { Browser } from 'playwright'
import { launch, Person } from '#tests/helpers/browser'
import { freshTenantOf } from '#tests/helpers/tenants'

test.group('journeys', (group) => {
  let browser: Browser
  group.setup(async () => {
    for (const province of ['henan', 'hebei', 'hunan']) await freshTenantOf(province)
    browser = await launch()
    return () => browser.close()
  })

  test('pages of the public and of signing in are accessible', async ({ assert }) => {
    const visitor = await Person.at(browser, 'hunan')
    for (const path of ['/', '/publicity', '/sign-in', '/activate', '/personas']) {
      await visitor.goes(path)
      assert.deepEqual(await visitor.faults(), [], path)
    }
  })

  test('[HB-40] what is typed is saved by itself and is there after a reload', async ({
    assert,
  }) => {
    const applicant = await Person.at(browser, 'hunan')
    await applicant.becomes('陈示例')
    await applicant.page.locator('article a').first().click()
    await applicant.page.getByRole('heading', { name: '个人基本信息' }).waitFor()
    await applicant.page.getByLabel('手机号码').fill('13312345678')
    await applicant.sees('已自动保存')
    await applicant.page.waitForTimeout(1200)
    await applicant.sees('已自动保存')
    await applicant.page.reload({ waitUntil: 'networkidle' })
    assert.equal(await applicant.page.getByLabel('手机号码').inputValue(), '13312345678')
  })

  test('[HU-04] submitting names every problem and leads to it', async ({ assert }) => {
    const applicant = await Person.at(browser, 'hunan')
    await applicant.becomes('陈示例')
    await applicant.page.locator('article a').first().click()
    await applicant.button('提交').first().click()
    await applicant.sees(/还有 \d+ 处需要完善/)
    assert.isAbove(await applicant.page.locator('.ant-alert li').count(), 3)
  })

  test('[HU-05] the wizard fits a phone', async ({ assert }) => {
    const applicant = await Person.at(browser, 'hunan', { width: 390, height: 844 })
    await applicant.becomes('陈示例')
    await applicant.page.locator('article a').first().click()
    await applicant.page.getByRole('heading', { name: '个人基本信息' }).waitFor()
    const width = await applicant.page.evaluate(() => document.documentElement.scrollWidth)
    assert.isAtMost(width, 390)
  })

  test('[HU-06] a unit records its publicity, then it is too early to recommend', async ({
    assert,
  }) => {
    const unit = await Person.at(browser, 'hunan')
    await unit.becomes('排水中心经办人')
    await unit.goes('/reviews')
    assert.deepEqual(await unit.faults(), [], 'work list')
    await unit.page.getByRole('link', { name: '审核', exact: true }).first().click()
    await unit.sees('所在单位申报公示')
    await unit.page.getByLabel('公示地点').fill('单位公告栏')
    await unit.page.getByLabel('公示结果').fill('公示期内无异议')
    await unit.button('保存').click()
    await unit.sees('单位公示已登记')
    await unit.goes('/reviews')
    await unit.page.getByRole('link', { name: '审核', exact: true }).first().click()
    await unit.page.getByLabel('审核意见').last().fill('同意推荐')
    await unit.button('推荐上报').click()
    await unit.sees(/次日起方可推荐上报/)
    assert.equal(await unit.page.getByLabel('审核意见').last().inputValue(), '同意推荐')
  })

  test('[HB-03] an administrator opens a lower body and gets a slip', async ({ assert }) => {
    const office = await Person.at(browser, 'hebei')
    await office.becomes('医科大学管理员')
    await office.goes('/organizations')
    await office.button('新增').click()
    const dialog = office.page.locator('.ant-modal')
    // the dialog has come to rest once a field of it was reached
    await dialog.getByLabel('机构代码', { exact: true }).click()
    await office.button('保存').click()
    await office.sees('请填写机构代码')
    for (const [label, value] of [
      ['机构代码', '1377'],
      ['机构名称', '河北示范附属医院'],
      ['所属区域', '130100'],
      ['分管人', '示例'],
      ['管理员登录名', 'sffs-admin'],
    ])
      await dialog.getByLabel(label, { exact: true }).fill(value)
    for (const [label, option] of [
      ['机构单位类别', '用人单位'],
      ['机构单位性质', '事业单位'],
      ['所属行业', '卫生和社会工作'],
    ]) {
      await dialog.getByLabel(label, { exact: true }).click()
      await office.page.locator('.ant-select-item-option', { hasText: option }).last().click()
    }
    await office.button('保存').click()
    await office.sees('激活码（只显示这一次）')
    assert.match(await office.page.locator('.slip .secret').innerText(), /^[2-9A-Z]{10}$/)
  })

  test('[HN-04] [HN-05] [HN-06] a group works: lead reviewer, provisional votes, switch', async ({
    assert,
  }) => {
    const leader = await Person.at(browser, 'henan')
    await leader.becomes('孙怡')
    await leader.button('我已阅读并承诺遵守').click()
    await leader.sees('已签署承诺书')
    assert.deepEqual(await leader.faults(), [], 'workspace')
    const stage = async (label: string) => {
      await leader.goes('/expert')
      await leader.page.getByText(label, { exact: true }).first().click()
      await leader.page.waitForLoadState('networkidle')
    }
    await stage('分配主审专家')
    await leader.page.locator('td').getByRole('button', { name: '分配主审专家' }).click()
    await leader.page.getByLabel('主审：王健华').check()
    await leader.confirms()
    await leader.sees('设置成功')
    await stage('小组数据操作')
    await leader.sees(/“专业组拟投票”尚未完成/)
    assert.isTrue(await leader.button('开启投票').isDisabled())
  })
})
