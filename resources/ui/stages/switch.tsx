import { usePoll } from '@inertiajs/react'
import { Progress } from 'antd'
import { CommandButton } from '../command_button'
import { Link } from '../link'
import { useSite } from '../site'
import { WholeTable } from '../whole_table'
import { useSay } from '../words'
import type { SpecialtyCount, StagePage } from './types'

/** 小组数据操作, 评委会数据操作, 发起投票: the switch with who is through, never how. */
export function Switch({ counts, meeting, path }: StagePage & { path: string }) {
  const { actor } = useSite()
  const say = useSay()
  usePoll(5000, { only: ['counts', 'blocked', 'scopeDone', 'spread'] })
  if (!counts) return null
  const total = counts.voted + counts.notVoted
  const results = `${actor?.kind === 'expert' ? '/expert' : ''}/meetings/${meeting.id}/results`
  return (
    <div className="card">
      <div className="figures">
        <Figure label={`${counts.phase}：已投票`} value={counts.voted} />
        <Figure label="未投票" value={counts.notVoted} />
        {counts.quorum !== null && (
          <Figure
            label={counts.opened ? '票源人数' : `票源人数（应不少于 ${counts.quorum}）`}
            value={counts.roll}
          />
        )}
        {counts.needed !== null && <Figure label="同意票不少于" value={counts.needed} />}
      </div>
      <Progress
        aria-label="投票进度"
        percent={total ? Math.round((100 * counts.voted) / total) : 0}
        format={() => `${counts.voted} / ${total}`}
        style={{ maxWidth: 480 }}
      />
      {counts.waiting.length > 0 && (
        <p className="muted">
          尚未投完：{counts.waiting.slice(0, 30).join('、')}
          {counts.waiting.length > 30 && ` 等 ${counts.waiting.length} 人`}
        </p>
      )}
      <h3 style={{ fontSize: 15, margin: '20px 0 8px' }}>按专业统计</h3>
      <div style={{ marginBottom: 20 }}>
        <BySpecialty rows={counts.bySpecialty} />
      </div>
      {!counts.opened && (
        <CommandButton
          type="primary"
          size="large"
          path={path}
          disabled={counts.blocked !== null}
          confirm={{
            title: `${say('开启投票')}？`,
            content: counts.secret
              ? `票源 ${counts.roll} 人。开启后票源不能再改变，缺席的评委不能补投或委托投票。`
              : `共 ${total} 位专家。开启后拟投票不能再修改。`,
          }}
        >
          开启投票
        </CommandButton>
      )}
      {counts.opened && !counts.closed && (
        <p>
          投票开关已开启。
          {counts.secret ? '全体投完后自动计票，计票前任何人看不到票数。' : '等待各专家提交投票。'}
        </p>
      )}
      {counts.opened && !counts.closed && counts.secret && (
        <CommandButton
          danger
          path={path}
          body={{ close: true }}
          confirm={{
            title: '现在结束投票并计票？',
            content: `还有 ${counts.notVoted} 位评委没有投完；未投的票按未同意计，之后不能补投。`,
          }}
        >
          结束投票
        </CommandButton>
      )}
      {counts.closed && (
        <p style={{ margin: 0 }}>
          投票已结束，已计票。<Link href={results}>查看投票结果</Link>
        </p>
      )}
    </div>
  )
}

function Figure({ label, value }: { label: string; value: number }) {
  return (
    <div>
      <div className="muted">{label}</div>
      <div className="figure num">{value}</div>
    </div>
  )
}

/** Each specialty's votes that are in, and its passed and not passed as bars; nothing before it is counted. */
export function BySpecialty({ rows }: { rows: SpecialtyCount[] }) {
  const voting = rows.some(({ due }) => due !== undefined)
  return (
    <WholeTable
      name="by-specialty"
      size="small"
      rowKey="specialty"
      rows={rows}
      search={{ label: '专业', text: ({ specialty }) => specialty }}
      columns={[
        { key: 'specialty', title: '专业', dataIndex: 'specialty' },
        { key: 'count', title: '参评', align: 'right', className: 'num', dataIndex: 'count' },
        ...(voting
          ? [
              {
                key: 'cast',
                title: '已投 / 应投',
                align: 'right' as const,
                className: 'num',
                render: (_: unknown, row: SpecialtyCount) => `${row.cast} / ${row.due}`,
              },
            ]
          : []),
        { key: 'passed', title: '通过', align: 'right', className: 'num', dataIndex: 'passed' },
        {
          key: 'notPassed',
          title: '未通过',
          align: 'right',
          className: 'num',
          dataIndex: 'notPassed',
        },
        {
          key: 'bar',
          title: '通过与未通过',
          width: 220,
          render: (_, row) => (
            <div
              className="bar"
              role="img"
              aria-label={`${row.specialty}：通过 ${row.passed}，未通过 ${row.notPassed}`}
            >
              <span className="bar-yes" style={{ width: `${(100 * row.passed) / row.count}%` }} />
              <span className="bar-no" style={{ width: `${(100 * row.notPassed) / row.count}%` }} />
            </div>
          ),
        },
      ]}
    />
  )
}
