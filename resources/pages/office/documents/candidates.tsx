import type { PersonRow } from '#results/queries/list_people'
import { useState } from 'react'
import { CommandButton } from '~/ui/command_button'
import { DataTable, type Paged } from '~/ui/data_table'
import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'
import { COMMITTEE, NUMBER, TARGET, WHO, YEAR } from '~/ui/results/person_columns'

type Props = {
  document: { id: number; number: string; level: string }
  filters: Record<string, string>
  series: { value: string; label: string }[]
  people: Paged<PersonRow>
}

export default function Candidates({ document, filters, series, people }: Props) {
  const [selected, select] = useState<number[]>([])
  const path = `/documents/${document.id}`
  const { total } = people.meta
  return (
    <>
      <PageHead
        title={`录入发文人员信息：${document.number}`}
        hint={`已生成证书编号、尚未发文的${document.level}人员。`}
        actions={<Link href={path}>返回职称文件</Link>}
      />
      <div className="card">
        <DataTable<PersonRow>
          name="document_candidates"
          rowKey="id"
          paged={people}
          values={filters}
          filters={[
            { name: 'name', label: '姓名' },
            { name: 'unit', label: '单位名称' },
            { name: 'series', label: '申报系列', options: series },
            { name: 'committee', label: '评委会' },
            { name: 'meeting', label: '评审会议' },
            { name: 'year', label: '年度' },
          ]}
          selection={{ selected, onChange: select }}
          tools={
            <>
              <CommandButton
                type="primary"
                path={`${path}/people`}
                disabled={selected.length === 0}
                body={{ ids: selected }}
              >
                录入所选{selected.length > 0 && `（${selected.length} 人）`}
              </CommandButton>
              <CommandButton
                path={`${path}/people`}
                disabled={total === 0}
                body={{ filters }}
                confirm={{ title: `把查询到的全部 ${total} 人录入这份文件？` }}
              >
                录入全部（{total} 人）
              </CommandButton>
            </>
          }
          empty={{
            title: `没有可以录入的${document.level}人员`,
            hint: '生成证书编号后会出现在这里。',
          }}
          columns={[...WHO, YEAR, ...TARGET, COMMITTEE, NUMBER]}
        />
      </div>
    </>
  )
}
