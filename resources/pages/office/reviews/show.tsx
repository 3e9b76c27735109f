import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { Changes, type ShownChange } from '~/ui/application/changes'
import { Extension } from '~/ui/review/extension'
import { FilePane } from '~/ui/file_pane'
import { filesInOrder } from '~/ui/form_files'
import { FormView, MarkingProvider, type FileOfApplication, type MarkPlace } from '~/ui/form_view'
import { PageHead } from '~/ui/page_head'
import type { ReviewFieldView } from '~/ui/review/bulk_review'
import { Opinion, type CorrectionMark } from '~/ui/review/opinion'
import type { Phrase } from '~/ui/review/phrases'
import { UnitPublicity } from '~/ui/review/unit_publicity'
import { RouteSteps } from '~/ui/route_steps'
import { StageTag } from '~/ui/stage_tag'
import { Timeline, type TimelineEntry } from '~/ui/timeline'
import type { Card } from '../../applicant/applications/index'

type Hint = { kind: string; message: string }

type Props = {
  application: Card
  file: FileOfApplication
  timeline: TimelineEntry[]
  /** what the last submission changed */
  changes: ShownChange[]
  canExtend: boolean
  /** what the reader may decide now; null when it is not his turn */
  task: string | null
  held: boolean
  canHold: boolean
  returnPolicy: string
  publicityDays: number
  correctionDays: number
  fields: ReviewFieldView[]
  next: { organization: string; label: string } | null
  hints: Hint[]
  /** the opinion with which the upper body sent the case back */
  sentBack: string | null
  phrases: Phrase[]
}

const same = (a: MarkPlace, b: MarkPlace) =>
  a.section === b.section && a.field === b.field && a.recordKey === b.recordKey

export default function Review(props: Props) {
  const { application, task, file } = props
  const [marks, setMarks] = useState<CorrectionMark[]>([])
  const canMark = task !== null
  const marking = useMemo(
    () =>
      canMark
        ? {
            isMarked: (place: MarkPlace) => marks.some((mark) => same(mark, place)),
            onMark: (place: MarkPlace) =>
              setMarks((now) =>
                now.some((mark) => same(mark, place)) ? now : [...now, { ...place, reason: '' }]
              ),
          }
        : null,
    [canMark, marks]
  )
  return (
    <>
      <PageHead
        title={`${application.name} · ${application.title}`}
        hint={
          <>
            {application.unit}　{application.series} / {application.specialty}
            {'　'}
            <StageTag stage={application.stage} />
          </>
        }
        actions={
          <>
            {task && (
              <Button className="to-opinion" type="primary" href="#opinion">
                填写审核意见
              </Button>
            )}
            <Button onClick={() => window.print()}>打印</Button>
          </>
        }
      />
      <div className="side-by-side">
        <div>
          <Changes changes={props.changes} files={file.files} />
          <FilePane files={filesInOrder(file)}>
            <Jump file={file} marks={marks} />
            <MarkingProvider value={marking}>
              <FormView file={file} />
            </MarkingProvider>
          </FilePane>
        </div>
        <aside className="no-print" aria-label="审核">
          {props.sentBack && (
            <div className="card" role="note">
              <h2>上级退回意见</h2>
              {props.sentBack}
            </div>
          )}
          {task === 'unit_publicity' && (
            <UnitPublicity
              applicationId={application.id}
              version={application.version}
              publicityDays={props.publicityDays}
            />
          )}
          {props.hints.length > 0 && <Hints hints={props.hints} />}
          {task && (
            <Opinion
              {...props}
              applicationId={application.id}
              version={application.version}
              task={task}
              onlyReturn={task === 'unit_publicity'}
              isFirst={!hasLowerBody(application)}
              marks={marks}
              onMarks={setMarks}
              startWith={props.sentBack ?? undefined}
            />
          )}
          {props.canExtend && (
            <Extension
              applicationId={application.id}
              version={application.version}
              dueOn={application.dueOn}
            />
          )}
          {!task && application.holder && (
            <div className="card">
              <h2>办理情况</h2>
              现由 {application.holder.organization} 办理（{application.holder.label}）。
            </div>
          )}
          <div className="card">
            <h2>审核路径</h2>
            <RouteSteps steps={application.route} />
          </div>
          <div className="card">
            <h2>流转日志</h2>
            <Timeline entries={props.timeline} />
          </div>
        </aside>
      </div>
    </>
  )
}

/** Whether a body below the present one has worked on the case. */
function hasLowerBody({ route }: Card) {
  const now = route.findIndex(({ state }) => state === 'now')
  return route
    .slice(0, Math.max(now, 0))
    .some(({ organization }) => organization !== route[now].organization)
}

/** The sections to jump to; those without content are grey, those marked stand out. */
function Jump({ file, marks }: { file: FileOfApplication; marks: CorrectionMark[] }) {
  const isEmpty = (id: string, kind: string) =>
    kind === 'records' && ((file.contents[id] ?? []) as unknown[]).length === 0
  return (
    <nav className="review-jump no-print" aria-label="申报信息项">
      {file.sections.map(({ id, title, kind }) => (
        <a
          key={id}
          href={`#section-${id}`}
          data-empty={isEmpty(id, kind)}
          data-marked={marks.some(({ section }) => section === id)}
        >
          {title}
        </a>
      ))}
    </nav>
  )
}

function Hints({ hints }: { hints: Hint[] }) {
  return (
    <div className="card">
      <h2>核查提示</h2>
      <p className="muted" style={{ fontSize: 13, marginTop: -8 }}>
        由系统比对得出，仅供参考，请以材料为准。
      </p>
      <ul className="hints">
        {hints.map(({ message }) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    </div>
  )
}
