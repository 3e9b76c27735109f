import { MEMBER_STATUS, OFFICES, OUTCOMES } from '#evaluations/words'
import { Button } from 'antd'
import { CommandButton } from '~/ui/command_button'
import { votingNote, type MeetingPage } from '~/ui/meeting/types'
import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'
import { useUrl } from '~/ui/site'

type Tally = { roll: number; cast: number; yes: number; no: number; abstain: number }
type Props = {
  meeting: {
    id: number
    name: string
    status: string
    place: string
    staff: string | null
    /** the signed PDF is made */
    hasFile: boolean
    startsOn: string
    endsOn: string
  }
  voting: MeetingPage['voting']
  committee: string
  organization: string
  size: number
  presentCount: number
  members: {
    id: number
    name: string
    office: string | null
    group: string | null
    status: string
    reason: string | null
    onRoll: boolean | null
    avoided: number
  }[]
  ballots: {
    round: number
    status: string
    roll: number
    quorum: number
    openedAt: string
    closedAt: string | null
    reason: string | null
  }[]
  /** results, of which a page lists the first thousands */
  total: number
  counts: { specialty: string; count: number; passed: number; notPassed: number }[]
  rows: {
    id: number
    number: number
    name: string
    unit: string
    specialty: string
    title: string
    group: string | null
    score: string | null
    groupOpinion: string | null
    tally: Tally | null
    outcome: string | null
    /** not passed by his group: the counts are the group's */
    byGroup: boolean
    remark: string | null
  }[]
}

/** 会议纪要与评审结果表: printed, signed by the chair and the members, sealed (R31, R32). */
export default function Minutes(props: Props) {
  const { meeting, members, ballots, rows, counts } = props
  const url = useUrl()
  const present = members.filter(({ status }) => status === 'active')
  const away = members.filter(({ status }) => status !== 'active')
  const sum = (key: 'count' | 'passed' | 'notPassed') =>
    counts.reduce((total, row) => total + row[key], 0)
  const final = ['reported', 'closed'].includes(meeting.status)
  return (
    <>
      <PageHead
        title="会议纪要"
        hint="打印后由主任和评委签名，加盖评委会印章，归档保存。"
        actions={
          <>
            {final && (
              <CommandButton path={`/meetings/${meeting.id}/minutes`}>
                {meeting.hasFile ? '重新生成 PDF' : '生成 PDF'}
              </CommandButton>
            )}
            {meeting.hasFile && (
              <Button href={url(`/meetings/${meeting.id}/minutes/file`)} target="_blank">
                签章的会议纪要（PDF）
              </Button>
            )}
            <Button type="primary" onClick={() => window.print()}>
              打印
            </Button>
          </>
        }
      />
      <article className="card sheet">
        <h2>{props.committee}评审会议纪要</h2>
        {!final && <p className="muted no-print">会议尚未上报结果，以下为目前的情况。</p>}
        <table className="lines">
          <tbody>
            <tr>
              <th>会议名称</th>
              <td colSpan={3}>{meeting.name}</td>
            </tr>
            <tr>
              <th>组建单位</th>
              <td>{props.organization}</td>
              <th>评审地址</th>
              <td>{meeting.place}</td>
            </tr>
            <tr>
              <th>评审时间</th>
              <td>
                {meeting.startsOn} 至 {meeting.endsOn}
              </td>
              <th>工作人员</th>
              <td>{meeting.staff ?? ''}</td>
            </tr>
            <tr>
              <th>评委会人数</th>
              <td>{props.size}</td>
              <th>出席人数</th>
              <td>{props.presentCount}</td>
            </tr>
            <tr>
              <th>参评人数</th>
              <td>{props.total}</td>
              <th>通过 / 未通过</th>
              <td>
                {sum('passed')} / {sum('notPassed')}
              </td>
            </tr>
            <tr>
              <th>表决规则</th>
              <td colSpan={3}>无记名投票，{votingNote(props.voting)}</td>
            </tr>
            <tr>
              <th>出席评委</th>
              <td colSpan={3}>
                {present
                  .map(({ name, office }) => name + (office ? `（${OFFICES[office ?? '']}）` : ''))
                  .join('、')}
              </td>
            </tr>
            {away.length > 0 && (
              <tr>
                <th>缺席、退出</th>
                <td colSpan={3}>
                  {away
                    .map(
                      ({ name, status, reason }) =>
                        `${name}（${MEMBER_STATUS[status] ?? ''}${reason ? `：${reason}` : ''}）`
                    )
                    .join('、')}
                </td>
              </tr>
            )}
            {ballots.map((ballot) => (
              <tr key={ballot.round}>
                <th>第 {ballot.round} 轮投票</th>
                <td colSpan={3}>
                  {ballot.openedAt} 开启，
                  {ballot.status === 'void'
                    ? `已作废：${ballot.reason}`
                    : ballot.closedAt
                      ? `${ballot.closedAt} 结束`
                      : '正在进行'}
                  。应出席不少于 {ballot.quorum} 人，票源 {ballot.roll} 人。
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <h3>评审结果</h3>
        <table className="lines">
          <thead>
            <tr>
              {[
                '编号',
                '姓名',
                '单位',
                '申报专业',
                '申报职称',
                '同意',
                '反对',
                '弃权',
                '结果',
                '评议',
              ].map((title) => (
                <th key={title}>{title}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td className="num">{row.number}</td>
                <td>{row.name}</td>
                <td>{row.unit}</td>
                <td>{row.specialty}</td>
                <td>{row.title}</td>
                <td className="num">{row.tally?.yes ?? '—'}</td>
                <td className="num">{row.tally?.no ?? '—'}</td>
                <td className="num">{row.tally?.abstain ?? '—'}</td>
                <td>
                  {OUTCOMES[row.outcome ?? ''] ?? '—'}
                  {row.byGroup && '（专业组）'}
                </td>
                <td>{row.remark ?? ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {props.total > rows.length && (
          <p>
            参评 {props.total} 人，此处列出前 {rows.length} 人。全部名单见生成的 PDF，也可以从
            <Link href={`/meetings/${meeting.id}/results`}>评审结果</Link>页面导出。
          </p>
        )}
        <h3>签名</h3>
        <div className="signs">
          {present.map(({ id, name, office }) => (
            <div key={id}>
              {OFFICES[office ?? ''] ?? '评委'} {name}：
            </div>
          ))}
        </div>
        <p className="seal">
          （评委会印章）
          <br />
          年　　月　　日
        </p>
      </article>
    </>
  )
}
