import { test } from '@japa/runner'
import type { Browser } from 'playwright'
import { launch, Person } from '#tests/helpers/browser'
import { freshTenantOf } from '#tests/helpers/tenants'

test.group('results', (group) => {
  let browser: Browser
  group.setup(async () => {
    await freshTenantOf('hebei', { withHistory: true })
    browser = await launch()
    return () => browser.close()
  })

  test('[HN-25] [HU-06] days are the server’s, whatever clock the reader has; a publicity says when it ends', async ({
    assert,
  }) => {
    const office = await Person.at(browser, 'hebei')
    await office.page.clock.setFixedTime('2031-05-05T08:00:00Z')
    await office.becomes('省职改办经办人')
    await office.goes('/results?status=waiting')
    const answer = office.page.waitForResponse((reply) => reply.url().includes('/period-end'))
    await office.button('公示整个评委会').first().click()
    const { startsOn, endsOn } = await (await answer).json()
    await office.sees(new RegExp(`自 ${startsOn} 起，共 \\d+ 个工作日，到 ${endsOn} 结束`))
    assert.notMatch(startsOn, /^2031/)
  })

  test('[HN-29] a decision on an objection says whom it sends where, and asks once more', async ({
    assert,
  }) => {
    const checking = await Person.at(browser, 'hebei')
    await checking.becomes('省职改办经办人')
    await checking.goes('/objections')
    const path = (await checking.page
      .getByRole('link', { name: '办理', exact: true })
      .first()
      .getAttribute('href'))!
    await checking.goes(path)
    await checking.page.getByRole('textbox', { name: '核查情况' }).fill('经核查，反映属实。')
    await checking.button('保存核查情况').click()
    await checking.sees('您是核查人')

    const deciding = await Person.at(browser, 'hebei')
    await deciding.becomes('省职改办领导')
    await deciding.goes(path)
    const { page } = deciding
    await page.getByRole('radio', { name: /^属实/ }).check()
    await page.getByRole('textbox', { name: '处理意见' }).fill('同意核查意见。')
    const decide = page.getByRole('main').getByRole('button', { name: /确\s?定/ })
    await decide.click()
    const asked = page.locator('.ant-modal-confirm')
    assert.match(await asked.innerText(), /认定反映属实？[^]*转入评审未通过人员库[^]*不能更改/)
    await asked.getByRole('button', { name: /取\s?消/ }).click()
    await asked.waitFor({ state: 'hidden' })
    await decide.click()
    await deciding.confirms()
    await deciding.sees('处理决定')
    await deciding.sees('反映的问题属实，转入评审未通过人员库')
  })

  test('[HB-77] a meeting that is over leads to no file it no longer shows, and its roll rests', async ({
    assert,
  }) => {
    const chair = await Person.at(browser, 'hebei')
    await chair.becomes('评委会主任')
    const { page } = chair
    await chair.goes('/expert/meetings/1/stages/vote')
    await page.getByRole('cell', { name: '朱达', exact: true }).waitFor()
    assert.equal(await page.getByRole('link', { name: '朱达', exact: true }).count(), 0)
    await chair.goes('/expert/meetings/1/stages/roll')
    assert.isTrue(await page.getByRole('button', { name: '重新确定票源' }).isDisabled())
    assert.equal(await page.getByText('投票开启前可以重新确定').count(), 0)
  })

  test('[HU-05] [HU-74] on a phone what acts does not cover the list; its details open for everyone who follows the case', async ({
    assert,
  }) => {
    const office = await Person.at(browser, 'hebei')
    await office.becomes('省职改办经办人')
    const { page } = office
    await page.setViewportSize({ width: 390, height: 844 })
    await office.goes('/cases')
    const acts = page.locator('th', { hasText: '操作' })
    const place = () => acts.evaluate((cell) => getComputedStyle(cell).position)
    assert.equal(await place(), 'static')
    const details = page.getByRole('link', { name: '查看详情' }).first()
    assert.match((await details.getAttribute('href'))!, /\/cases\/\d+$/)
    await page.setViewportSize({ width: 1280, height: 860 })
    assert.equal(await place(), 'sticky')
  })

  test('[HB-16] by keyboard the opinion is one jump away; rows are named in Chinese', async ({
    assert,
  }) => {
    const office = await Person.at(browser, 'hebei')
    await office.becomes('第三医院领导')
    const { page } = office
    await office.goes('/reviews')
    await page.getByRole('checkbox', { name: '选择第 1 行' }).waitFor()
    const row = page.getByRole('link', { name: '孙示例', exact: true })
    await office.goes((await row.getAttribute('href'))!)
    await page.getByRole('link', { name: '填写审核意见' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/#opinion$/)
    await page.keyboard.press('Tab')
    assert.isTrue(await page.evaluate(() => document.activeElement!.closest('#opinion') !== null))
  })

  test('[HN-21] what is pressed is no part of a printed page', async ({ assert }) => {
    const office = await Person.at(browser, 'hebei')
    await office.becomes('省职改办经办人')
    await office.goes('/results/1')
    const again = office.page.getByRole('button', { name: '重新上传' })
    await again.waitFor()
    await office.page.emulateMedia({ media: 'print' })
    assert.isFalse(await again.isVisible())
  })
})
