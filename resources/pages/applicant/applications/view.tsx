import { Button } from 'antd'
import { Changes, type ShownChange } from '~/ui/application/changes'
import { PrintHead } from '~/ui/application/print_head'
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
  canWithdraw: boolean
}

export default function View({ application, file, timeline, changes, canWithdraw }: Props) {
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
            <Button onClick={() => window.print()}>打印或另存为 PDF</Button>
            {canWithdraw && (
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
            {application.stage === 'discarded' && (
              <CommandButton type="primary" path={`/apply/${application.id}/take-up`}>
                恢复填写
              </CommandButton>
            )}
          </>
        }
      />
      <div className="side-by-side">
        <div>
          <PrintHead application={application} submittedAt={application.submittedAt} />
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
