import { MEETING_STATUS } from '#evaluations/words'
import { Progress } from 'antd'
import { CommandButton } from '~/ui/command_button'
import { Empty } from '~/ui/empty'
import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'

export type StageOverview = {
  id: string
  label: string
  scope: string
  done: number
  total: number
}
type Props = {
  meetings: {
    id: number
    name: string
    status: string
    place: string
    pledged: boolean
    present: boolean
    seesResults: boolean
    stages: StageOverview[]
  }[]
  pledge: string[]
}

export default function Meetings({ meetings, pledge }: Props) {
  return (
    <>
      <PageHead
        title="评审工作"
        hint="您参加的评审会议和需要您办理的环节。评审内容和结果公布前请保密。"
      />
      {meetings.length === 0 && (
        <div className="card">
          <Empty title="您还没有参加评审会议">会议开始后会显示在这里。</Empty>
        </div>
      )}
      {meetings.map((meeting) => (
        <section className="card" key={meeting.id}>
          <h2>
            {meeting.name}　<span className="muted">{MEETING_STATUS[meeting.status]}</span>
          </h2>
          {!meeting.present ? (
            <Empty title="您已登记离会">如登记有误，请与评委会办公室联系。</Empty>
          ) : meeting.pledged ? (
            <div className="entries">
              {meeting.stages.map((stage) => (
                <Link
                  key={stage.id}
                  href={`/expert/meetings/${meeting.id}/stages/${stage.id}`}
                  className="entry"
                >
                  <b>{stage.label}</b>
                  {stage.total > 0 ? (
                    <Progress
                      aria-label={`${stage.label}进度`}
                      percent={Math.round((100 * stage.done) / stage.total)}
                      size="small"
                      format={() => `${stage.done} / ${stage.total}`}
                    />
                  ) : (
                    <span className="muted">还没有到这一环节</span>
                  )}
                </Link>
              ))}
              {meeting.seesResults && (
                <Link href={`/expert/meetings/${meeting.id}/results`} className="entry">
                  <b>投票结果查看</b>
                  <span className="muted">按材料、按评委</span>
                </Link>
              )}
            </div>
          ) : (
            <Pledge meetingId={meeting.id} pledge={pledge} />
          )}
        </section>
      ))}
    </>
  )
}

function Pledge({ meetingId, pledge }: { meetingId: number; pledge: string[] }) {
  return (
    <>
      <p>参加评审前，请阅读并签署评审专家承诺书：</p>
      <ol className="pledge">
        {pledge.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <CommandButton path={`/expert/meetings/${meetingId}/pledge`} type="primary">
        我已阅读并承诺遵守
      </CommandButton>
    </>
  )
}
