import { Alert, Form, Input } from 'antd'
import { useState } from 'react'
import type { GrantCard } from '#platform/support/grants'
import type { CaseSeen } from '#platform/support/look'
import { CommandForm } from '~/ui/command_form'
import { ReasonButton } from '~/ui/reason_button'
import { StageTag } from '~/ui/stage_tag'

export const GRANT_STATES: Record<GrantCard['status'], string> = {
  asked: '等待答复',
  granted: '已授权',
  refused: '未同意',
  withdrawn: '已收回',
  over: '已到期',
}

/** What an operator sees of a case while the province consents. */
export function CaseLook({ path, grants }: { path: string; grants: GrantCard[] }) {
  const [seen, see] = useState<CaseSeen | null>(null)
  const active = grants.find(({ status }) => status === 'granted')
  const asked = grants.some(({ status }) => status === 'asked')
  if (!active)
    return (
      <>
        <p className="muted">
          没有省平台的授权不能查看业务数据。授权有时限，每次查看都记入双方的日志，只显示办理情况，不显示个人信息。
        </p>
        {asked ? (
          <Alert type="info" showIcon title="申请已送达省平台，等待授权。" />
        ) : (
          <ReasonButton
            size="small"
            path={`${path}/support`}
            title="申请查看业务数据"
            hint="省平台管理员会看到您的姓名和事由，由其决定是否授权、授权多少小时。"
            label="申请事由"
          >
            申请授权
          </ReasonButton>
        )}
      </>
    )
  return (
    <>
      <Alert
        type="success"
        showIcon
        style={{ marginBottom: 12 }}
        title={`${active.decidedBy}已授权，${active.endsAt} 到期。每次查看都会记录。`}
      />
      <CommandForm<CaseSeen>
        path={`${path}/look`}
        submit="查看"
        reload={false}
        onDone={({ data }) => see(data ?? null)}
      >
        <Form.Item
          name="code"
          label="申报编号"
          rules={[{ required: true, message: '请填写申报编号' }]}
        >
          <Input style={{ maxWidth: 320 }} />
        </Form.Item>
      </CommandForm>
      {seen && (
        <dl className="facts" style={{ marginTop: 16 }}>
          <div>
            <dt>{seen.code}</dt>
            <dd>
              <StageTag stage={seen.stage} />
            </dd>
          </div>
          <div>
            <dt>单位</dt>
            <dd>{seen.unit}</dd>
          </div>
          <div>
            <dt>现在由谁办理</dt>
            <dd>
              {seen.holder ?? '—'}，待办 {seen.openItems} 项
            </dd>
          </div>
          {seen.events.slice(0, 10).map((event) => (
            <div key={event.sequence}>
              <dt className="num">{event.at}</dt>
              <dd>
                第 {event.sequence} 步后 <StageTag stage={event.stage} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}
