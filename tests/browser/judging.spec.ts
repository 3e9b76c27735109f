import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import type { Browser } from 'playwright'
import { decideUndo } from '#evaluations/actions/undo_step'
import { castPapers } from '#evaluations/acts/ballot'
import { loadBoard } from '#evaluations/queries/load_board'
import Account from '#identity/models/account'
import { playMeeting } from '#platform/demo/play_meeting'
import { systemContext } from '#web/actor'
import { launch, Person } from '#tests/helpers/browser'
import { asMember, makeMeeting } from '#tests/helpers/meetings'
import { openVoteOf } from '#tests/helpers/prepared_vote'
import { inProvince, tenantOf } from '#tests/helpers/tenants'

test.group('judging', (group) => {
  let browser: Browser
  group.setup(async () => {
    for (const province of ['henan', 'hebei', 'hunan']) await tenantOf(province)
    browser = await launch()
    return () => browser.close()
  })

  /** A member of a meeting at a browser of his own. */
  const memberAt = async (province: string, meetingId: number, index: number) => {
    const login = await inProvince(province, async () => {
      const { board } = await loadBoard(meetingId)
      return (await Account.findOrFail(board.members[index].accountId!)).login
    })
    const person = await Person.at(browser, province)
    await person.signsInAs(login)
    return person
  }

  test('[HU-20] [HB-74] [HN-11] a member votes by keyboard beside the file, to the last case and back to the list', async ({
    assert,
  }) => {
    const meetingId = await inProvince('hunan', () => openVoteOf({ members: 2, cases: 3 }))
    const member = await memberAt('hunan', meetingId, 0)
    await member.goes(`/expert/meetings/${meetingId}/stages/vote`)
    await member.sees(/已办/)
    await member.page.locator('td').getByRole('link', { name: '投票', exact: true }).first().click()
    for (const [index, digit] of ['1', '2', '1'].entries()) {
      await member.page.locator('.desk-place', { hasText: `第 ${index + 1} / 3 位` }).waitFor()
      assert.deepEqual(await member.faults(), [], 'desk')
      assert.isTrue(await member.page.locator('.desk-file').isVisible())
      await member.page.keyboard.press(digit)
      await member.page
        .getByRole('radio', { name: digit === '1' ? '同意' : '反对', checked: true })
        .waitFor({ state: 'attached' })
      // a choice in a secret vote stays nowhere on the device
      const kept = await member.page.evaluate(() => Object.keys(localStorage).join('|'))
      assert.notInclude(kept, 'desk:')
      // pressed twice it asks once
      await member.page.keyboard.press('Control+Enter')
      await member.page.keyboard.press('Control+Enter')
      const asked = member.page.locator('.ant-modal-confirm', {
        hasText: `提交对参评${index + 1}的投票`,
      })
      await asked.first().waitFor()
      assert.equal(await asked.count(), 1)
      // the page has a button of that name too
      await asked.getByRole('button', { name: '确定提交', exact: true }).click()
    }
    await member.page.waitForURL(/\/stages\/vote$/)
    await member.page.locator('.progress-line', { hasText: '已办 3 / 3' }).waitFor()
    await inProvince('hunan', async () => {
      const { board } = await loadBoard(meetingId)
      assert.isTrue(
        board.cases.every(({ id }) =>
          board.participated.get(`vote|${id}`)?.has(board.members[0].id)
        )
      )
    })
  })

  test('[HU-17] [HU-21] the material is re-checked and the opinion given in the words of the manual', async ({
    assert,
  }) => {
    const meetingId = await inProvince('hunan', () =>
      makeMeeting({ mode: 'scored_review', members: 3, groups: 0, cases: 1 })
    )
    const member = await memberAt('hunan', meetingId, 0)
    const opens = async (stage: string, act: string) => {
      await member.goes(`/expert/meetings/${meetingId}/stages/${stage}`)
      await member.page.locator('td').getByRole('link', { name: act, exact: true }).click()
      await member.page.locator('.desk-place').waitFor()
    }
    await opens('recheck', '审核')
    await member.page.getByText('审核不通过', { exact: true }).waitFor()
    await member.page.getByText('审核通过', { exact: true }).click()
    await member.page.getByLabel('复审意见').fill('材料齐全')
    await member.page.keyboard.press('Control+Enter')
    await member.page.waitForURL(/\/stages\/recheck$/)
    await member.page.locator('td', { hasText: /^审核通过$/ }).waitFor()
    await inProvince('hunan', () => playMeeting(meetingId, { until: 'opinion' }))
    await opens('opinion', '评审意见')
    await member.page.getByLabel('评审意见').fill('同意评审通过')
    await member.page.keyboard.press('Control+Enter')
    await member.page.waitForURL(/\/stages\/opinion$/)
    await member.page.locator('td', { hasText: '同意评审通过' }).waitFor()
    assert.deepEqual(await member.faults(), [], 'opinions')
  })

  test('[HN-13] points above the bound are refused beside the item, never bent to it', async ({
    assert,
  }) => {
    const meetingId = await inProvince('henan', async () => {
      const id = await makeMeeting({ mode: 'lecture', members: 3, cases: 1 })
      await playMeeting(id, { until: 'lecture' })
      return id
    })
    const member = await memberAt('henan', meetingId, 1)
    await member.goes(`/expert/meetings/${meetingId}/stages/lecture`)
    await member.page.locator('td').getByRole('link', { name: '打分' }).first().click()
    await member.page.getByLabel(/教学内容/).fill('50')
    await member.page.getByLabel(/教学方法/).fill('20')
    await member.page.getByLabel(/语言表达/).fill('20')
    await member.page.getByText('有 1 项超出范围，未计入').waitFor()
    assert.match(await member.page.locator('.score-total').innerText(), /合计 40\.00/)
    await member.page.keyboard.press('Control+s')
    await member.sees('应在 0 至 40 分之间')
    assert.match(await member.page.getByLabel(/教学内容/).inputValue(), /^50/)
    const given = await inProvince('henan', () =>
      db
        .from('scores as s')
        .join('meeting_cases as c', 'c.id', 's.case_id')
        .where('c.meeting_id', meetingId)
    )
    assert.lengthOf(given, 0)
  })

  test('[HN-05] what is entered without a connection is kept on the device and sent by itself afterwards', async ({
    assert,
  }) => {
    const meetingId = await inProvince('henan', async () => {
      const id = await makeMeeting({ mode: 'expert_review', members: 3, cases: 2 })
      await playMeeting(id, { until: 'group_provisional' })
      return id
    })
    const member = await memberAt('henan', meetingId, 1)
    await member.goes(`/expert/meetings/${meetingId}/stages/group_provisional`)
    await member.page.locator('td').getByRole('link', { name: '拟投票' }).first().click()
    await member.page.locator('.desk-place').waitFor()
    await member.page.keyboard.press('2')
    await member.page.waitForFunction(() => document.querySelector('textarea')?.value === '不同意')
    await member.page.context().setOffline(true)
    await member.page.keyboard.press('1')
    await member.page.waitForFunction(() => document.querySelector('textarea')?.value === '同意')
    await member.page.getByLabel('意见').fill('教学效果好')
    await member.page.keyboard.press('Control+s')
    await member.sees(/1 项评审内容已在本机暂存/)
    await member.page.context().setOffline(false)
    await member.sees(/网络已恢复，已提交/)
    await member.page.reload({ waitUntil: 'networkidle' })
    assert.equal(await member.page.getByLabel('意见').inputValue(), '教学效果好')
    assert.equal(await member.page.getByText('已在本机暂存').count(), 0)
  })

  test('[HU-71] [HB-73] a closed secret ballot is voided as a whole, with reason and second person, and voted anew', async ({
    assert,
  }) => {
    const meetingId = await inProvince('hebei', async () => {
      const id = await makeMeeting({ mode: 'committee_review', members: 3, cases: 2 })
      await playMeeting(id, { until: 'confirm_result' })
      return id
    })
    const office = await Person.at(browser, 'hebei')
    await office.signsInAs('szgb-jb')
    await office.goes(`/meetings/${meetingId}?tab=undo`)
    await office.sees('请先回退“评委投票”')
    await office.button('作废本轮投票').click()
    await office.sees('全部选票作废，不再计票')
    const dialog = office.page.locator('.ant-modal')
    await dialog.getByRole('button', { name: /^作\s?废$/ }).click()
    await office.sees('请填写原因')
    await dialog.getByLabel('原因').fill('票源有误，须重新投票')
    await dialog.getByRole('button', { name: /^作\s?废$/ }).click()
    await office.sees('等待第二人确认')
    assert.equal(await office.button(/^同\s?意$/).count(), 0, 'nobody is his own second person')
    await inProvince('hebei', async () => {
      const undo = await db.from('meeting_undos').where('meeting_id', meetingId).firstOrFail()
      const { actor, ...around } = systemContext()
      await decideUndo({ ...around, actor: { ...actor, accountId: 1e6 } }, meetingId, {
        undoId: undo.id,
        agree: true,
      })
    })
    await office.goes(`/meetings/${meetingId}/minutes`)
    await office.sees(/已作废：票源有误/)
    await inProvince('hebei', () =>
      playMeeting(meetingId, { from: 'open_voting', until: 'confirm_result' })
    )
    await office.goes(`/meetings/${meetingId}/minutes`)
    await office.sees('第 2 轮投票')
    assert.deepEqual(await office.faults(), [], 'minutes')
    await inProvince('hebei', async () => {
      const rounds = await db.from('ballots').where('meeting_id', meetingId).orderBy('round')
      assert.deepEqual(
        rounds.map(({ status }) => status),
        ['void', 'closed']
      )
    })
  })

  test('[HN-10] [HB-73] the chair’s board follows the vote by itself and shows no count before the close', async ({
    assert,
  }) => {
    const meetingId = await inProvince('henan', async () => {
      const id = await makeMeeting({ mode: 'expert_review', members: 3, cases: 2 })
      await playMeeting(id, { until: 'plenary_switch' })
      return id
    })
    const chair = await memberAt('henan', meetingId, 0)
    await chair.goes(`/expert/meetings/${meetingId}/stages/plenary_switch`)
    await chair.sees('同意票不少于')
    await chair.button('开启投票').click()
    await chair.confirms()
    await chair.sees('开启成功')
    const votes = (index: number) =>
      inProvince('henan', async () => {
        const { board } = await loadBoard(meetingId)
        await castPapers(
          await asMember(board.members[index]),
          { meetingId, stage: 'plenary_vote' },
          { votes: board.cases.map(({ id }) => ({ caseId: id, choice: 'yes' })) }
        )
      })
    await votes(1)
    await chair.page.getByText('1 / 3', { exact: true }).waitFor()
    await chair.page.getByRole('cell', { name: '2 / 6' }).waitFor()
    assert.equal(await chair.page.locator('.bar-yes').first().getAttribute('style'), 'width: 0%;')
    assert.deepEqual(await chair.faults(), [], 'board')
    await votes(2)
    await chair.page.getByText('2 / 3', { exact: true }).waitFor()
    await chair.sees('尚未投完：专家1')
  })

  test('[HB-77] [HB-75] the chair reads a judge’s details on the roll and confirms the result of the vote', async ({
    assert,
  }) => {
    const meetingId = await inProvince('hebei', async () => {
      const id = await makeMeeting({ mode: 'committee_review', members: 3, cases: 2 })
      await playMeeting(id, { until: 'roll' })
      return id
    })
    const chair = await memberAt('hebei', meetingId, 0)
    const base = `/expert/meetings/${meetingId}/stages`
    await chair.goes(`${base}/roll`)
    await chair.button('专家2详情').click()
    await chair.page.locator('.ant-modal dt', { hasText: '职称级别' }).waitFor()
    assert.deepEqual(await chair.faults(), [], 'details')
    await inProvince('hebei', () =>
      playMeeting(meetingId, { from: 'roll', until: 'confirm_result' })
    )
    await chair.goes(`${base}/confirm_result`)
    for (const title of ['申报系列', '申报专业', '申报职称'])
      await chair.page.getByRole('columnheader', { name: title }).waitFor()
    await chair.button('确认结果').click()
    await chair.page
      .locator('.ant-modal-confirm-title', { hasText: '投票结果确认：确认 2 人的结果？' })
      .waitFor()
    await chair.confirms()
    await chair.sees('已确认 2 人的评审结果')
  })
})
