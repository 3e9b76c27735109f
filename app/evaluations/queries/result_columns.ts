import { MEMBER_STATUS, OFFICES, OUTCOMES } from '#evaluations/words'
import type { CaseResultRow, JudgeRow } from '#evaluations/queries/meeting_results'
import type { XlsxColumn } from '#web/excel'

/** A meeting's results as a file. */
export const RESULT_COLUMNS: XlsxColumn<CaseResultRow>[] = [
  { title: '编号', value: ({ number }) => number },
  { title: '姓名', value: ({ name }) => name },
  { title: '单位名称', value: ({ unit }) => unit },
  { title: '申报系列', value: ({ series }) => series },
  { title: '申报专业', value: ({ specialty }) => specialty },
  { title: '申报职称', value: ({ title }) => title },
  { title: '组名', value: ({ group }) => group },
  { title: '得分', value: ({ score }) => score },
  { title: '专业组意见', value: ({ groupOpinion }) => groupOpinion },
  { title: '应投', value: ({ tally }) => tally?.roll },
  { title: '实投', value: ({ tally }) => tally?.cast },
  { title: '同意票数', value: ({ tally }) => tally?.yes },
  { title: '反对票数', value: ({ tally }) => tally?.no },
  { title: '弃权票数', value: ({ tally }) => tally?.abstain },
  { title: '是否通过', value: ({ outcome }) => OUTCOMES[outcome ?? ''] },
  { title: '评委会评议', value: ({ remark }) => remark },
]

/** Who took part in the vote, as a file; of a secret vote never how. */
export const JUDGE_COLUMNS: XlsxColumn<JudgeRow>[] = [
  { title: '姓名', value: ({ name }) => name },
  { title: '职务', value: ({ office }) => OFFICES[office ?? ''] ?? '评委' },
  { title: '分组', value: ({ group }) => group },
  { title: '参会', value: ({ status }) => MEMBER_STATUS[status] },
  { title: '票源', value: ({ onRoll }) => (onRoll === null ? '未开启投票' : onRoll ? '是' : '否') },
  { title: '已投', value: ({ voted, onRoll }) => (onRoll ? voted : null) },
  { title: '应投', value: ({ due, onRoll }) => (onRoll ? due : null) },
  { title: '回避人数', value: ({ avoided }) => avoided },
]
