import { Empty } from '~/ui/empty'
import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'
import { WholeTable } from '~/ui/whole_table'

type Body = {
  id: number
  name: string
  waiting: number
  held: number
  over3: number
  over7: number
  over15: number
  longest: number
}

/** A share of the row's cases, so that what waits long is seen before it is read. */
function Share({ count, of, color }: { count: number; of: number; color: string }) {
  const share = count === 0 ? 0 : Math.max(3, (count / of) * 90)
  return (
    <span style={{ display: 'inline-flex', alignItems: 'center', gap: 8 }}>
      <span
        className={count === 0 ? 'num muted' : 'num'}
        style={{ minWidth: '2em', textAlign: 'right' }}
      >
        {count}
      </span>
      <span
        aria-hidden
        style={{
          width: share,
          height: 8,
          borderRadius: 4,
          background: color,
        }}
      />
    </span>
  )
}

export default function Stuck({ bodies }: { bodies: Body[] }) {
  const all = bodies.reduce((sum, { waiting }) => sum + waiting, 0)
  const late = bodies.reduce((sum, { over7 }) => sum + over7, 0)
  return (
    <>
      <PageHead
        title="办理进度与滞留"
        hint={`本机构及下级机构共有 ${all} 份申报待办，其中 ${late} 份等待超过 7 天。`}
      />
      <div className="card">
        <WholeTable<Body>
          name="stuck"
          rowKey="id"
          rows={bodies}
          pageSize={50}
          search={{ label: '机构', text: ({ name }) => name }}
          empty={<Empty title="没有待办的申报">各机构的待办都已处理完。</Empty>}
          columns={[
            {
              key: 'name',
              title: '机构',
              render: (_, row) => <Link href={`/cases?holder=${row.id}&year=`}>{row.name}</Link>,
            },
            { key: 'waiting', title: '待办', dataIndex: 'waiting', align: 'right' },
            { key: 'held', title: '其中待定', dataIndex: 'held', align: 'right' },
            {
              key: 'over3',
              title: '超过 3 天',
              render: (_, row) => <Share count={row.over3} of={row.waiting} color="#c9d3dc" />,
            },
            {
              key: 'over7',
              title: '超过 7 天',
              render: (_, row) => <Share count={row.over7} of={row.waiting} color="#e0a15a" />,
            },
            {
              key: 'over15',
              title: '超过 15 天',
              render: (_, row) => <Share count={row.over15} of={row.waiting} color="#c0392b" />,
            },
            {
              key: 'longest',
              title: '最长等待',
              align: 'right',
              render: (_, row) => `${row.longest} 天`,
            },
          ]}
        />
      </div>
    </>
  )
}
