import { router } from '@inertiajs/react'
import { Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { CommandButton } from '../command_button'
import { CommandForm } from '../command_form'
import { WholeTable } from '../whole_table'
import type { MeetingPage } from './types'

const STATUS: Record<string, string> = {
  asked: '等待第二人确认',
  done: '已回退',
  refused: '已驳回',
  withdrawn: '已撤销申请',
}
type Step = NonNullable<MeetingPage['undo']>['steps'][number]

/** 回退: what can be taken back, from the bottom up, for all or for one person (HU-71). */
export function UndoTab({ undo, people, meeting, filters, me, voidNeedsSecond }: MeetingPage) {
  const [taking, take] = useState<Step | null>(null)
  if (!undo) return null
  const asked = undo.history.some(({ status }) => status === 'asked')
  const person = people.find(({ id }) => id === Number(filters.case))
  return (
    <>
      <p className="muted">
        由下向上逐步回退，不能跳过。无记名投票只能整轮作废后重新投票，不能回退某一张票。
        {voidNeedsSecond && '作废投票和撤回上报须由本机构第二人确认。'}
      </p>
      <div className="table-tools">
        <Select
          allowClear
          style={{ minWidth: 280 }}
          showSearch={{ optionFilterProp: 'label' }}
          aria-label="参评人员"
          placeholder="全部参评人员"
          value={person?.id ?? null}
          options={people.map(({ id, number, name, unit }) => ({
            value: id,
            label: `${number} ${name}（${unit}）`,
          }))}
          onChange={(id) =>
            router.get(
              window.location.pathname,
              { tab: 'undo', ...(id && { case: id }) },
              { preserveState: true, preserveScroll: true }
            )
          }
        />
      </div>
      <WholeTable<Step>
        name="undo-steps"
        rowKey="id"
        rows={undo.steps}
        empty="没有可以回退的环节"
        columns={[
          { key: 'label', title: '环节（由下向上）', dataIndex: 'label' },
          {
            key: 'count',
            title: '涉及人数',
            align: 'right',
            className: 'num',
            dataIndex: 'count',
          },
          {
            key: 'act',
            title: '操作',
            acts: true,
            render: (_, row) =>
              row.after ? (
                <span className="muted">请先回退“{row.after}”</span>
              ) : asked ? (
                <span className="muted">回退申请正等待第二人确认</span>
              ) : (
                <Button size="small" danger onClick={() => take(row)}>
                  {row.wholeBallot ? '作废本轮投票' : '回退'}
                </Button>
              ),
          },
        ]}
      />
      <h3 style={{ fontSize: 15, margin: '24px 0 8px' }}>回退记录</h3>
      <WholeTable
        name="undo-history"
        rowKey="id"
        rows={undo.history}
        pageSize={10}
        search={{ label: '环节或原因', text: ({ label, reason }) => `${label} ${reason}` }}
        empty="没有回退记录"
        columns={[
          { key: 'label', title: '环节', dataIndex: 'label' },
          { key: 'count', title: '人数', align: 'right', className: 'num', dataIndex: 'count' },
          { key: 'reason', title: '原因', dataIndex: 'reason' },
          {
            key: 'asked',
            title: '提出',
            render: (_, row) => `${row.asked}　${row.askedAt}`,
          },
          {
            key: 'status',
            title: '状态',
            render: (_, row) => `${STATUS[row.status]}${row.decided ? `（${row.decided}）` : ''}`,
          },
          {
            key: 'act',
            title: '操作',
            acts: true,
            render: (_, row) =>
              row.status === 'asked' ? (
                <div style={{ display: 'flex', gap: 8 }}>
                  {row.askedBy !== me && (
                    <CommandButton
                      size="small"
                      type="primary"
                      path={`/meetings/${meeting.id}/undo/decide`}
                      body={{ undoId: row.id, agree: true }}
                      confirm={{ title: `同意回退“${row.label}”？`, content: row.reason }}
                    >
                      同意
                    </CommandButton>
                  )}
                  <CommandButton
                    size="small"
                    path={`/meetings/${meeting.id}/undo/decide`}
                    body={{ undoId: row.id, agree: false }}
                  >
                    {row.askedBy === me ? '撤销申请' : '驳回'}
                  </CommandButton>
                </div>
              ) : (
                '—'
              ),
          },
        ]}
      />
      {taking && (
        <Modal
          open
          title={`${taking.wholeBallot ? '作废本轮投票' : '回退'}：${taking.label}`}
          footer={null}
          onCancel={() => take(null)}
        >
          <p>
            涉及 <b className="num">{taking.count}</b> 人
            {person && !taking.whole && `（${person.name}）`}。
            {taking.wholeBallot
              ? '全部选票作废，不再计票；可以重新确定票源并开启新一轮投票。'
              : '这一环节的内容将清除，由相关人员重新办理。'}
          </p>
          <CommandForm
            path={`/meetings/${meeting.id}/undo`}
            submit={taking.wholeBallot ? '作废' : '回退'}
            body={(values) => ({
              ...values,
              stage: taking.id,
              ...(person && !taking.whole && { caseIds: [person.id] }),
            })}
            onDone={() => take(null)}
          >
            <Form.Item
              name="reason"
              label="原因"
              rules={[{ required: true, message: '请填写原因' }]}
            >
              <Input.TextArea rows={3} maxLength={500} showCount />
            </Form.Item>
          </CommandForm>
        </Modal>
      )}
    </>
  )
}
