import { CommandButton } from '~/ui/command_button'
import { DataTable, type Paged } from '~/ui/data_table'
import { PageHead } from '~/ui/page_head'

type Row = { id: number; section: string; title: string; year: number }
type Props = {
  achievements: Paged<Row>
  sections: { value: string; label: string }[]
  filters: Record<string, string | undefined>
}

/** 业绩档案: what was handed in before and can be picked again. */
export default function Achievements({ achievements, sections, filters }: Props) {
  return (
    <>
      <PageHead
        title="业绩档案"
        hint="提交过的论文、项目、证书等自动记在这里，以后申报时可以“从往年记录选取”，不必再填。"
      />
      <div className="card">
        <DataTable<Row>
          name="achievements"
          rowKey="id"
          paged={achievements}
          values={filters}
          filters={[
            { name: 'title', label: '内容' },
            { name: 'section', label: '类别', options: sections },
          ]}
          empty={{ title: '还没有记录', hint: '提交申报后，其中的各项记录会自动记入。' }}
          columns={[
            {
              key: 'section',
              title: '类别',
              render: (_, row) => sections.find(({ value }) => value === row.section)?.label ?? '',
            },
            { key: 'title', title: '内容', dataIndex: 'title' },
            { key: 'year', title: '申报年度', className: 'num', dataIndex: 'year' },
            {
              key: 'act',
              title: '操作',
              acts: true,
              render: (_, row) => (
                <CommandButton
                  type="link"
                  size="small"
                  danger
                  method="DELETE"
                  path={`/achievements/${row.id}`}
                  confirm={{
                    title: '从业绩档案中删除这条记录？',
                    content: '已提交的申报不受影响，以后申报时不能再选取它。',
                  }}
                >
                  删除
                </CommandButton>
              ),
            },
          ]}
        />
      </div>
    </>
  )
}
