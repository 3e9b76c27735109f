import { WholeTable } from '../whole_table'
import type { StagePage } from './types'

/** How each expert's points lie to the others', before the vote. */
export function Spread({ spread }: Pick<StagePage, 'spread'>) {
  if (spread.length === 0) return null
  return (
    <section className="card">
      <h2>打分离散情况</h2>
      <p className="muted">
        与其他专家对同一批参评人员的平均分相比；相差达到满分的十分之一时提示，供投票前核对，不影响分数。
      </p>
      <WholeTable
        name="spread"
        size="small"
        rowKey="key"
        rows={spread.map((row) => ({ ...row, key: `${row.stage} ${row.member}` }))}
        pageSize={30}
        search={{ label: '环节或专家', text: ({ key }) => key }}
        columns={[
          { key: 'stage', title: '环节', dataIndex: 'stage' },
          { key: 'member', title: '专家', dataIndex: 'member' },
          { key: 'count', title: '人数', align: 'right', className: 'num', dataIndex: 'count' },
          { key: 'mean', title: '平均分', align: 'right', className: 'num', dataIndex: 'mean' },
          { key: 'lowest', title: '最低', align: 'right', className: 'num', dataIndex: 'lowest' },
          { key: 'highest', title: '最高', align: 'right', className: 'num', dataIndex: 'highest' },
          {
            key: 'deviation',
            title: '与他人相差',
            align: 'right',
            className: 'num',
            render: (_, row) => (
              <>
                {row.deviation ?? '—'}
                {row.apart && <span className="badge-warn">偏离较大</span>}
              </>
            ),
          },
        ]}
      />
    </section>
  )
}
