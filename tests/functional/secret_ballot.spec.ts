import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import * as ballot from '#evaluations/acts/ballot'
import { loadBoard } from '#evaluations/queries/load_board'
import { resultsByCase, resultsByJudge } from '#evaluations/queries/meeting_results'
import { minutesOf } from '#evaluations/queries/minutes'
import { stageExportOf } from '#tests/helpers/stage_export'
import { stageRows, switchCounts } from '#evaluations/queries/stage_rows'
import { playMeeting } from '#platform/demo/play_meeting'
import { rulesetById } from '#batches/queries/rulesets'
import { asMember, makeMeeting } from '#tests/helpers/meetings'
import { inProvince, tenantOf } from '#tests/helpers/tenants'

const MODE = { mode: 'scored_review', members: 5, groups: 0, cases: 2 } as const

/** The same meeting with another dissenter: the first member in one world, the last in the other. */
async function world(dissenter: 'first' | 'last') {
  const before = await rowsOf()
  const meetingId = await makeMeeting(MODE)
  const { board } = await loadBoard(meetingId)
  const against = (dissenter === 'first' ? board.members.at(0) : board.members.at(-1))!.id
  await playMeeting(meetingId, {
    until: 'opinion',
    choice: (_, memberId) => (memberId === against ? 'no' : 'yes'),
  })
  const after = await rowsOf()
  return { meetingId, rows: newRows(before, after) }
}

type Rows = Map<string, Record<string, unknown>[]>

/** Every row of every table of the province. */
async function rowsOf(): Promise<Rows> {
  const [tables] = await db.rawQuery(
    "select table_name as name from information_schema.tables where table_schema = database() and table_type = 'BASE TABLE'"
  )
  const rows: Rows = new Map()
  for (const { name } of tables as { name: string }[]) rows.set(name, await db.from(name))
  return rows
}

const text = (row: Record<string, unknown>) => JSON.stringify(row)

function newRows(before: Rows, after: Rows): Rows {
  return new Map(
    [...after].map(([table, rows]) => {
      const known = new Set((before.get(table) ?? []).map(text))
      return [table, rows.filter((row) => !known.has(text(row)))]
    })
  )
}

/**
 * Rows as an onlooker may compare them: ids by their rank, so that the same person has the same number in both worlds;
 * times, random marks and hashes as if they were not.
 */
function comparable(rows: Record<string, unknown>[]): string[] {
  const ranks = new Map<string, Map<unknown, number>>()
  for (const row of rows)
    for (const [column, value] of Object.entries(row))
      if (typeof value === 'number' && /id$/.test(column)) {
        const known = ranks.get(column) ?? new Map()
        ranks.set(column, known.set(value, 0))
      }
  for (const known of ranks.values())
    [...known.keys()]
      .sort((a, b) => Number(a) - Number(b))
      .forEach((value, index) => known.set(value, index))
  return rows
    .map((row) =>
      text(
        Object.fromEntries(
          Object.entries(row).map(([column, value]) => {
            if (value instanceof Date || Buffer.isBuffer(value)) return [column, '·']
            if (/^(code|login|name|hash|previous|key|.*_hash)$/.test(column)) return [column, '·']
            // lists of ids: who is on the roll or in the plan is no secret, the ids differ between the worlds
            if (column === 'detail' || column === 'participants')
              return [column, JSON.stringify(value).replace(/\d+/g, '#')]
            return [column, ranks.get(column)?.get(value) ?? value]
          })
        )
      )
    )
    .sort()
}

test.group('a secret ballot', (group) => {
  group.setup(async () => void (await tenantOf('hunan')))

  test('[HU-20] [HB-74] [HN-11] nothing that is stored tells who was against: two worlds that differ in that alone look the same', async ({
    assert,
  }) => {
    await inProvince('hunan', async () => {
      const first = await world('first')
      const last = await world('last')
      assert.isAbove(first.rows.size, 40)
      assert.lengthOf(first.rows.get('ballot_papers')!, 10)
      for (const [table, rows] of first.rows)
        assert.deepEqual(comparable(rows), comparable(last.rows.get(table)!), table)
    })
  })

  test('the comparison can tell: a paper that named its member would be found', async ({
    assert,
  }) => {
    const paper = (member: number, choice: string) => ({ member_id: member, choice })
    assert.notDeepEqual(
      comparable([paper(1, 'no'), paper(2, 'yes')]),
      comparable([paper(8, 'yes'), paper(9, 'no')])
    )
  })

  test('[HB-75] no page of the meeting says how anyone chose, and none counts before the close', async ({
    assert,
  }) => {
    await inProvince('hunan', async () => {
      const meetingId = await makeMeeting(MODE)
      await playMeeting(meetingId, { until: 'vote' })
      const { board: before } = await loadBoard(meetingId)
      const [member] = before.members
      await ballot.castPapers(
        await asMember(member),
        { meetingId, stage: 'vote' },
        { votes: before.cases.map(({ id }) => ({ caseId: id, choice: 'no' })) }
      )
      const shown = async () => {
        const { meeting, board } = await loadBoard(meetingId)
        const { ruleset } = await rulesetById(meeting.rulesetId)
        const pages: unknown[] = [resultsByJudge(board), await minutesOf(meeting)]
        for (const stage of board.mode.stages) {
          for (const reader of [null, ...board.members])
            pages.push(await stageRows(meeting, board, stage, reader, board.cases))
          if (stage.primitive === 'open_voting')
            pages.push(await switchCounts(meetingId, board, stage, 0, ruleset.voting))
          pages.push(await stageExportOf(meeting, board, stage, member))
        }
        return pages
      }
      const during = JSON.stringify(await shown())
      assert.notMatch(during, /"choice":"(yes|no|abstain)"/)
      const rows = await resultsByCase(meetingId, { page: 1, pageSize: 10, sort: null }, {})
      assert.isTrue(rows.data.every(({ tally, outcome }) => tally === null && outcome === null))
      for (const other of before.members.slice(1)) {
        await ballot.castPapers(
          await asMember(other),
          { meetingId, stage: 'vote' },
          { votes: before.cases.map(({ id }) => ({ caseId: id, choice: 'yes' })) }
        )
        await ballot.closeWhenComplete(await asMember(other), { meetingId, stage: 'vote' })
      }
      assert.notMatch(JSON.stringify(await shown()), /"choice":"(yes|no|abstain)"/)
      const [counted] = (await resultsByCase(meetingId, { page: 1, pageSize: 10, sort: null }, {}))
        .data
      assert.deepEqual(counted.tally, { roll: 5, cast: 5, yes: 4, no: 1, abstain: 0 })
    })
  })
})
