import { Button } from 'antd'
import { Changes, type ShownChange } from '~/ui/application/changes'
import { CommandButton } from '~/ui/command_button'
import { FormView, type FileOfApplication } from '~/ui/form_view'
import { PageHead } from '~/ui/page_head'
import { RouteSteps } from '~/ui/route_steps'
import { StageTag } from '~/ui/stage_tag'
import { Timeline, type TimelineEntry } from '~/ui/timeline'
import type { Card } from './index'

type Props = {
  application: Card
  file: FileOfApplication
  timeline: TimelineEntry[]
  changes: ShownChange[]
}

export default function View({ application, file, timeline, changes }: Props) {
  return (
    <>
      <PageHead
        title={`${application.title} · ${application.specialty}`}
        hint={
          <>
            {application.unit}　{application.code}　<StageTag stage={application.stage} />
          </>
        }
        actions={
          <>
            <Button onClick={() => window.print()}>打印</Button>
            {application.stage === 'in_approval' && (
              <CommandButton
                path={`/apply/${application.id}/withdraw`}
                confirm={{
                  title: '撤回这份申报？',
                  content: '单位尚未审核时可以撤回，修改后再提交。',
                }}
              >
                撤回
              </CommandButton>
            )}
          </>
        }
      />
      <div className="side-by-side">
        <div>
          <PrintHead application={application} />
          {application.route.length > 0 && (
            <section className="card no-print">
              <h2>审核进度</h2>
              <RouteSteps steps={application.route} />
            </section>
          )}
          <Changes changes={changes} files={file.files} />
          <FormView file={file} />
        </div>
        <aside className="card no-print">
          <h2>流转日志</h2>
          <Timeline entries={timeline} />
        </aside>
      </div>
    </>
  )
}

/** What stands above the form on paper. */
function PrintHead({ application }: { application: Card }) {
  return (
    <header className="print-only">
      <h1>职称申报表</h1>
      <table className="print-facts">
        <tbody>
          <tr>
            <th>姓名</th>
            <td>{application.name}</td>
            <th>申报单位</th>
            <td>{application.unit}</td>
          </tr>
          <tr>
            <th>申报职称</th>
            <td>
              {application.title}（{application.level}）
            </td>
            <th>系列、专业</th>
            <td>
              {application.series}　{application.specialty}
            </td>
          </tr>
          <tr>
            <th>申报编号</th>
            <td>{application.code}</td>
            <th>提交时间</th>
            <td>{application.submittedAt ?? '尚未提交'}</td>
          </tr>
        </tbody>
      </table>
    </header>
  )
}
