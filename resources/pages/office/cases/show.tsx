import type { CaseRow } from '#approvals/queries/case_rows'
import { Button } from 'antd'
import { FilePane } from '~/ui/file_pane'
import { FormView, type FileOfApplication } from '~/ui/form_view'
import { filesInOrder } from '~/ui/form_files'
import { PageHead } from '~/ui/page_head'
import { ReasonButton } from '~/ui/reason_button'
import { RouteSteps } from '~/ui/route_steps'
import { StageTag } from '~/ui/stage_tag'
import { Timeline, type TimelineEntry } from '~/ui/timeline'
import type { Card } from '../../applicant/applications/index'

type Props = {
  application: Card
  facts: CaseRow
  /** only for bodies on the way of the case */
  file: FileOfApplication | null
  timeline: TimelineEntry[]
  /** takes a qualification back (HU-71) */
  rollsBack: boolean
}

export default function Case({ application, facts, file, timeline, rollsBack }: Props) {
  const shown: [string, string | null][] = [
    ['姓名', facts.name],
    ['身份证号', facts.idNumber],
    ['申报单位', facts.unit],
    ['申报批次', application.batch],
    ['申报类别', facts.category],
    ['申报系列', facts.series],
    ['申报专业', facts.specialty],
    ['申报职称名称', facts.title],
    ['申报等级', facts.level],
    ['申报方式', facts.mode],
    ['评审方式', facts.evaluationMethod],
    ['评委会', facts.committee],
    ['申报编号', facts.code],
    ['提交时间', application.submittedAt],
    ['现办理机构', facts.holder],
  ]
  return (
    <>
      <PageHead
        title={`${facts.name} · 申报人员信息`}
        hint={
          <>
            {facts.unit}　<StageTag stage={facts.stage} />
          </>
        }
        actions={
          <>
            {rollsBack && facts.stage === 'qualified' && (
              <ReasonButton
                danger
                path={`/cases/${application.id}/rollback`}
                body={{ version: application.version }}
                title={`回退 ${facts.name} 的资格复核？`}
                hint="由下向上回退最近的一步；资格复核回退后，由原来复核的机构重新办理，并通知申报人。"
                label="回退原因"
              >
                回退
              </ReasonButton>
            )}
            <Button onClick={() => window.print()}>打印</Button>
          </>
        }
      />
      <div className="side-by-side">
        <div>
          <section className="card">
            <h2>申报情况</h2>
            <dl className="facts">
              {shown
                .filter(([, value]) => value)
                .map(([label, value]) => (
                  <div key={label}>
                    <dt>{label}</dt>
                    <dd>{value}</dd>
                  </div>
                ))}
            </dl>
          </section>
          {file ? (
            <FilePane files={filesInOrder(file)}>
              <FormView file={file} />
            </FilePane>
          ) : (
            <p className="card muted">
              申报表和材料由审核路径上的机构查看；本机构可以跟踪办理过程。
            </p>
          )}
        </div>
        <aside className="no-print" aria-label="办理过程">
          {rollsBack && facts.stage === 'in_evaluation' && (
            <p className="card muted">
              已进入评审。资格复核要回退的，先由评委会在评审会议的“回退”中由下向上回退，并把该申报移出会议。
            </p>
          )}
          {application.route.length > 0 && (
            <div className="card">
              <h2>审核路径</h2>
              <RouteSteps steps={application.route} />
            </div>
          )}
          <div className="card">
            <h2>流转日志</h2>
            <Timeline entries={timeline} />
          </div>
        </aside>
      </div>
    </>
  )
}
