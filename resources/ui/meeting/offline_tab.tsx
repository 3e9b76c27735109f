import { OUTCOMES } from '#evaluations/words'
import { Button, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { useCommand } from '../command'
import { CommandButton } from '../command_button'
import { DataTable, type Column } from '../data_table'
import { votingNote, type CaseRow, type MeetingPage } from './types'

type Typed = { score?: number | null; yes?: number; no?: number; abstain?: number; remark?: string }

/** 录入评审结果: counts of a meeting held on paper; the rules make the outcome (HU-14). */
export function OfflineTab({ cases, meeting, filters, committeeSize, voting }: MeetingPage) {
  const [typed, setTyped] = useState<Record<number, Typed>>({})
  const counted = cases?.data.find(({ tally }) => tally)?.tally?.roll
  const [present, setPresent] = useState<number | null>(counted ?? committeeSize)
  const { run, pending } = useCommand(`/meetings/${meeting.id}/results`, {
    onDone: () => setTyped({}),
  })
  if (!cases) return null
  const open = meeting.status === 'preparing' || meeting.status === 'in_session'
  const changed = cases.data.filter(({ id }) => typed[id])
  const unsaved = changed.length > 0 || (counted !== undefined && present !== counted)
  const valueOf = (row: CaseRow) => ({
    score: row.score,
    yes: row.tally?.yes,
    no: row.tally?.no,
    abstain: row.tally?.abstain,
    remark: row.remark ?? undefined,
    ...typed[row.id],
  })
  const set = (id: number, changes: Typed) =>
    setTyped((now) => ({ ...now, [id]: { ...now[id], ...changes } }))
  const number = (key: 'score' | 'yes' | 'no' | 'abstain', title: string): Column<CaseRow> => ({
    key,
    title,
    render: (_, row) => (
      <InputNumber
        aria-label={`${row.name}${title}`}
        min={0}
        precision={key === 'score' ? 2 : 0}
        style={{ width: 90 }}
        disabled={!open}
        value={valueOf(row)[key] ?? null}
        onChange={(value) => set(row.id, { [key]: value ?? undefined })}
      />
    ),
  })
  return (
    <>
      <p className="muted">
        线下评审：录入每人的得分和票数，系统按规则判定是否通过。评委会共 {committeeSize} 人，
        {votingNote(voting)}
      </p>
      <DataTable<CaseRow>
        name="meeting-offline"
        rowKey="id"
        paged={cases}
        keep={{ tab: 'results' }}
        values={filters}
        filters={[{ name: 'q', label: '姓名或单位' }]}
        empty={{ title: '还没有参评材料', hint: '请先在“参评材料”中加入。' }}
        tools={
          open && (
            <>
              <label>
                出席人数{' '}
                <InputNumber
                  aria-label="出席人数"
                  min={1}
                  precision={0}
                  value={present}
                  onChange={setPresent}
                />
              </label>
              <Button
                type="primary"
                loading={pending}
                disabled={!unsaved || !present}
                onClick={() =>
                  void run({
                    present,
                    results: changed.map((row) => {
                      const { score, yes, no, abstain, remark } = valueOf(row)
                      return {
                        caseId: row.id,
                        score: score ?? null,
                        yes: yes ?? 0,
                        no: no ?? 0,
                        abstain: abstain ?? 0,
                        remark: remark ?? null,
                      }
                    }),
                  })
                }
              >
                保存{changed.length > 0 && `（${changed.length} 人）`}
              </Button>
              <CommandButton
                path={`/meetings/${meeting.id}/results/report`}
                disabled={unsaved}
                confirm={{
                  title: `上报 ${cases.meta.total} 人的评审结果？`,
                  content: '上报后不能再修改。',
                }}
              >
                上报评审结果
              </CommandButton>
            </>
          )
        }
        columns={[
          { key: 'number', title: '编号', align: 'right', className: 'num', dataIndex: 'number' },
          { key: 'name', title: '姓名', dataIndex: 'name' },
          { key: 'unit', title: '单位', dataIndex: 'unit' },
          { key: 'title', title: '申报职称', dataIndex: 'title' },
          // more votes than members are refused, not bent to the bound
          number('score', '得分'),
          number('yes', '同意票数'),
          number('no', '反对票数'),
          ...(voting.abstention ? [number('abstain', '弃权票数')] : []),
          {
            key: 'outcome',
            title: '是否通过',
            render: (_, row) =>
              typed[row.id] ? '保存后判定' : (OUTCOMES[row.outcome ?? ''] ?? '—'),
          },
          {
            key: 'remark',
            title: '评委会评议',
            render: (_, row) => (
              <Input
                aria-label={`${row.name}评委会评议`}
                maxLength={1000}
                disabled={!open}
                value={valueOf(row).remark ?? ''}
                onChange={(event) => set(row.id, { remark: event.target.value })}
              />
            ),
          },
        ]}
      />
    </>
  )
}
