import { rulesetById } from '#batches/queries/rulesets'
import { MEMBER_STATUS, OFFICES, OUTCOMES } from '#evaluations/words'
import type Meeting from '#evaluations/models/meeting'
import { minutesOf } from '#evaluations/queries/minutes'
import type { Fraction } from '#province/ruleset'
import { Refusal } from '#web/refusal'

/** So many rows are set within the time a document may take. */
export const MOST_CASES = 15_000

/** A longer list is no document one could read and sign: it goes along as a table. */
export function refuseTooLong(cases: number) {
  if (cases > MOST_CASES)
    throw new Refusal(
      'minutes',
      `参评 ${cases} 人，一份评审结果表最多 ${MOST_CASES} 人，不能生成。请打印会议纪要页面，并从“评审结果”页面导出全部名单作为附件。`
    )
}

const share = ({ numerator, denominator }: Fraction) => `${numerator}/${denominator}`
const day = (date: Meeting['startsAt']) => date.setZone('Asia/Shanghai').toFormat('yyyy年M月d日')

/** What the printed minutes and the result sheet say; every value is there, empty where nothing is known. */
export async function minutesData(meeting: Meeting): Promise<Record<string, unknown>> {
  const { committee, organization, size, members, ballots, counts, total, rows, presentCount } =
    await minutesOf(meeting, MOST_CASES)
  refuseTooLong(total)
  const { voting } = (await rulesetById(meeting.rulesetId)).ruleset
  const present = members.filter(({ status }) => status === 'active')
  const away = members.filter(({ status }) => status !== 'active')
  const sum = (key: 'passed' | 'notPassed') => counts.reduce((so, row) => so + row[key], 0)
  return {
    committee,
    organization,
    size,
    name: meeting.name,
    place: meeting.place,
    staff: meeting.staff ?? '',
    startsOn: day(meeting.startsAt),
    endsOn: day(meeting.endsAt),
    presentCount,
    caseCount: total,
    passed: sum('passed'),
    notPassed: sum('notPassed'),
    rule:
      `无记名投票，出席不少于评委会人数的 ${share(voting.quorum)}，同意票不少于` +
      `${voting.base === 'attending' ? '出席人数' : '评委会人数'}的 ${share(voting.threshold)} 为通过。`,
    presentNames: present
      .map(({ name, office }) => name + (office ? `（${OFFICES[office]}）` : ''))
      .join('、'),
    awayNames: away
      .map(
        ({ name, status, reason }) =>
          `${name}（${MEMBER_STATUS[status] ?? ''}${reason ? `：${reason}` : ''}）`
      )
      .join('、'),
    ballots: ballots.map(({ round, openedAt, closedAt, status, reason, quorum, roll }) => ({
      round,
      words:
        `${openedAt} 开启，` +
        (status === 'void' ? `已作废：${reason}` : closedAt ? `${closedAt} 结束` : '正在进行') +
        `。应出席不少于 ${quorum} 人，票源 ${roll} 人。`,
    })),
    // a drawn committee may have no chair
    chaired: present.some(({ office }) => office === 'chair'),
    signers: present.map(({ name, office }) => ({ name, office: OFFICES[office ?? ''] ?? '评委' })),
    rows: rows.map(
      ({ number, name, unit, specialty, title, score, tally, outcome, byGroup, remark }) => ({
        number,
        name,
        unit,
        specialty,
        title,
        score: score ?? '',
        roll: tally?.roll ?? '',
        yes: tally?.yes ?? '',
        no: tally?.no ?? '',
        abstain: tally?.abstain ?? '',
        outcome: (OUTCOMES[outcome ?? ''] ?? '') + (byGroup ? '（专业组）' : ''),
        remark: remark ?? '',
      })
    ),
  }
}
