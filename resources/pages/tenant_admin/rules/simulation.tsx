import { Alert } from 'antd'
import type { Change } from '#rules/outcomes'
import { ButtonLink } from '~/ui/button_link'
import { DataTable, type Paged } from '~/ui/data_table'
import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'
import { OutcomeChanges } from '~/ui/rules/outcome_changes'

type Row = { id: number; code: string; title: string; unit: string; changes: Change[] }
type Props = {
  id: number
  draft: { id: number; name: string; changedSince: boolean }
  at: string
  by: string
  total: number
  changed: number
  counts: Record<string, number>
  aspects: Record<string, string>
  filters: Record<string, string>
  cases: Paged<Row>
}

/** Which of the applications would be decided differently, in what, and why. */
export default function Simulation(props: Props) {
  const { draft, total, changed, counts, aspects } = props
  return (
    <>
      <PageHead
        title={`试算：${draft.name}`}
        hint={`${props.by}于 ${props.at} 试算 ${total} 件申报，其中 ${changed} 件的结果会不同`}
        actions={<ButtonLink href={`/rules/drafts/${draft.id}`}>返回草稿</ButtonLink>}
      />
      {draft.changedSince && (
        <Alert
          showIcon
          type="warning"
          style={{ marginBottom: 16 }}
          title="试算之后草稿又有修改，以下结果可能已不准确，可再试算一次。"
        />
      )}
      <section className="card">
        <h2>哪些方面不同</h2>
        <dl className="facts">
          {Object.entries(aspects).map(([aspect, label]) => (
            <div key={aspect}>
              <dt>{label}</dt>
              <dd className="num">
                {counts[aspect] ? (
                  <Link href={`/rules/simulations/${props.id}?aspect=${aspect}`}>
                    {counts[aspect]} 件
                  </Link>
                ) : (
                  '没有变化'
                )}
              </dd>
            </div>
          ))}
        </dl>
        <p className="muted">评审结果公开前的申报不推算评分和投票。</p>
      </section>
      <section className="card">
        <h2>结果不同的申报</h2>
        <DataTable<Row>
          name="simulation"
          rowKey="id"
          paged={props.cases}
          values={props.filters}
          filters={[
            {
              name: 'aspect',
              label: '不同的方面',
              options: Object.entries(aspects).map(([value, label]) => ({ value, label })),
            },
          ]}
          empty={{
            title: '没有结果不同的申报',
            hint: '这份草稿对试算的申报没有影响，可以放心发布。',
          }}
          columns={[
            { key: 'code', title: '申报编号', className: 'num', dataIndex: 'code' },
            { key: 'unit', title: '单位', dataIndex: 'unit' },
            { key: 'title', title: '申报职称', dataIndex: 'title' },
            {
              key: 'changes',
              title: '不同之处',
              render: (_, row) => (
                <OutcomeChanges
                  changes={row.changes.filter(
                    ({ aspect }) => !props.filters.aspect || aspect === props.filters.aspect
                  )}
                  aspects={aspects}
                />
              ),
            },
          ]}
        />
      </section>
    </>
  )
}
