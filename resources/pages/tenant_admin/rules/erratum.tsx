import { Alert, Button, Tag } from 'antd'
import type { Change } from '#rules/outcomes'
import { CommandButton } from '~/ui/command_button'
import { DataTable, type Paged } from '~/ui/data_table'
import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'
import { OutcomeChanges } from '~/ui/rules/outcome_changes'
import { StageTag } from '~/ui/stage_tag'

type Row = {
  id: number
  code: string
  unit: string
  stage: string
  moves: boolean
  reason: string
  changes: Change[]
}
type Props = {
  erratum: {
    id: number
    batch: string
    from: number
    to: number
    reason: string
    status: 'checking' | 'checked' | 'applied'
    cases: number
    moving: number
    changed: number
    moved: number
    by: string
    at: string
    appliedBy: string | null
    appliedAt: string | null
  }
  /** touched, and begun, between the dry run and now */
  since: { changed: number; begun: number }
  aspects: Record<string, string>
  filters: Record<string, string>
  cases: Paged<Row>
}

/** The dry run of an erratum, and the step that puts it in force. */
export default function Erratum({ erratum, since, aspects, filters, cases }: Props) {
  const isApplied = erratum.status === 'applied'
  const going = isApplied ? erratum.moved : erratum.moving - since.changed
  const staying = erratum.cases - going
  const missed = erratum.moving - going
  return (
    <>
      <PageHead
        title={`规则勘误：${erratum.batch}`}
        hint={`由第 ${erratum.from} 版改用第 ${erratum.to} 版；${erratum.by}于 ${erratum.at} 预演。原因：${erratum.reason}`}
        actions={
          <>
            <Link href={`/rules/versions/${erratum.to}`}>
              <Button>返回版本</Button>
            </Link>
            {erratum.status === 'checked' && (
              <CommandButton
                type="primary"
                path={`/rules/errata/${erratum.id}/apply`}
                confirm={{
                  title: `让 ${going} 件申报改用第 ${erratum.to} 版规则？`,
                  content: [
                    `预演时 ${erratum.moving} 件可改用，其中 ${erratum.changed} 件的结果会不同；`,
                    since.changed > 0 && `${since.changed} 件在预演之后有变动，保持原规则；`,
                    since.begun > 0 && `另有 ${since.begun} 件是预演之后新建的，也保持原规则；`,
                    `共 ${staying + since.begun} 件按原规则办完。批次今后的申报采用新规则。`,
                  ]
                    .filter(Boolean)
                    .join(''),
                }}
              >
                确认生效
              </CommandButton>
            )}
          </>
        }
      />
      {erratum.status === 'checked' && since.changed + since.begun > 0 && (
        <Alert
          showIcon
          type="warning"
          style={{ marginBottom: 16 }}
          title={`预演之后有变动的 ${since.changed} 件、新建的 ${since.begun} 件将保持原规则；要让它们也改用新规则，请重新预演。`}
        />
      )}
      {isApplied && (
        <Alert
          showIcon
          type="success"
          style={{ marginBottom: 16 }}
          title={`${erratum.appliedBy}于 ${erratum.appliedAt} 确认生效，${erratum.moved} 件申报已改用新规则${missed > 0 ? `；预演时可改用的另外 ${missed} 件在预演之后有变动，按原规则办完` : ''}。`}
        />
      )}
      <section className="card">
        <dl className="facts">
          {[
            ['批次中的申报', erratum.cases],
            ['可改用新规则', erratum.moving],
            ['其中结果会不同', erratum.changed],
            ['按原规则办完', staying],
          ].map(([label, count]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd className="num">{count} 件</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="card">
        <DataTable<Row>
          name="erratum"
          rowKey="id"
          paged={cases}
          values={filters}
          filters={[
            {
              name: 'verdict',
              label: '去留',
              options: [
                { value: 'moves', label: '改用新规则' },
                { value: 'stays', label: '按原规则办完' },
              ],
            },
          ]}
          empty={{ title: '这个批次还没有申报', hint: '确认生效后，新的申报采用新规则。' }}
          columns={[
            { key: 'code', title: '申报编号', className: 'num', dataIndex: 'code' },
            { key: 'unit', title: '单位', dataIndex: 'unit' },
            { key: 'stage', title: '状态', render: (_, row) => <StageTag stage={row.stage} /> },
            {
              key: 'verdict',
              title: '去留',
              render: (_, row) => (
                <>
                  <Tag color={row.moves ? 'processing' : 'default'}>
                    {row.moves ? '改用新规则' : '按原规则办完'}
                  </Tag>
                  <div className="muted">{row.reason}</div>
                </>
              ),
            },
            {
              key: 'changes',
              title: '不同之处',
              render: (_, row) =>
                row.changes.length > 0 ? (
                  <OutcomeChanges changes={row.changes} aspects={aspects} />
                ) : (
                  '—'
                ),
            },
          ]}
        />
      </section>
    </>
  )
}
