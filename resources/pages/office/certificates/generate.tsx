import type { CandidateRow } from '#certificates/queries/list_candidates'
import { Button, Tag, Tooltip } from 'antd'
import { useState } from 'react'
import { CommandButton } from '~/ui/command_button'
import { DataTable, type Paged } from '~/ui/data_table'
import { LEVELS } from '~/ui/levels'
import { ButtonLink } from '~/ui/button_link'
import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'

type Option = { value: string; label: string }
type Props = {
  candidates: Paged<CandidateRow>
  filters: Record<string, string>
  options: { meetings: Option[]; series: Option[] }
  chooseFirst: { name: string; label: string }
  forms: string[]
  mostAtOnce: number
}

const GENERATED = [
  { value: 'no', label: '否' },
  { value: 'yes', label: '是' },
]

export default function Generate({
  candidates,
  filters,
  options,
  chooseFirst,
  forms,
  mostAtOnce,
}: Props) {
  const [selected, select] = useState<number[]>([])
  const made = filters.generated === 'yes'
  const { total } = candidates.meta
  const what = ['电子证书', ...forms].join('和')
  const isNarrowed = Boolean(filters[chooseFirst.name])
  return (
    <>
      <PageHead
        title="生成电子证书"
        actions={<ButtonLink href="/imports/new/certificates">批量导入</ButtonLink>}
        hint={`由本机构生成${what}的人员。勾选后生成，或先选择${chooseFirst.label}查询，再按查询条件批量生成。`}
      />
      <div className="card">
        <DataTable<CandidateRow>
          name="certificates.generate"
          rowKey="id"
          paged={candidates}
          values={filters}
          filters={[
            chooseFirst.name === 'level'
              ? { name: 'level', label: '申报级别', options: LEVELS }
              : chooseFirst.name === 'meeting'
                ? { name: 'meeting', label: '评审会议', options: options.meetings }
                : { name: 'document', label: '发文文号' },
            { name: 'generated', label: '是否已生成证书', options: GENERATED },
            { name: 'name', label: '姓名' },
            { name: 'unit', label: '工作单位' },
            { name: 'number', label: '证书编号' },
            { name: 'series', label: '申报系列', options: options.series },
            ...(chooseFirst.name === 'level'
              ? []
              : [{ name: 'level', label: '申报级别', options: LEVELS }]),
            ...(chooseFirst.name === 'document' ? [] : [{ name: 'document', label: '发文文号' }]),
            ...(chooseFirst.name === 'meeting' || options.meetings.length === 0
              ? []
              : [{ name: 'meeting', label: '评审会议', options: options.meetings }]),
          ]}
          selection={made ? undefined : { selected, onChange: select }}
          tools={
            !made && (
              <>
                <CommandButton
                  type="primary"
                  path="/generate-certificates"
                  body={{ applicationIds: selected }}
                  disabled={selected.length === 0}
                  confirm={{
                    title: `生成 ${selected.length} 人的${what}？`,
                    content: '证书内容以现在的申报信息为准，生成后加盖电子印章，申报人即可下载。',
                  }}
                >
                  生成证书{selected.length > 0 && `（${selected.length} 人）`}
                </CommandButton>
                <Tooltip title={isNarrowed ? undefined : `请先选择${chooseFirst.label}并查询`}>
                  <span>
                    {isNarrowed && total > 0 && total <= mostAtOnce ? (
                      <CommandButton
                        path="/generate-certificates"
                        body={{ all: true, filters }}
                        confirm={{
                          title: `按查询条件为 ${total} 人生成${what}？`,
                          content: '包括其他页上的全部人员，将依次生成。',
                        }}
                      >
                        按查询条件批量发证（{total} 人）
                      </CommandButton>
                    ) : (
                      <Button disabled>按查询条件批量发证</Button>
                    )}
                  </span>
                </Tooltip>
                {total > mostAtOnce && (
                  <span className="muted">一次最多 {mostAtOnce} 人，请缩小查询条件</span>
                )}
              </>
            )
          }
          empty={{
            title: made ? '还没有生成的证书' : '没有待生成证书的人员',
            hint: made
              ? undefined
              : '评审通过并取得证书编号（需要发文的，职称文件审查通过）的人员会出现在这里。',
          }}
          columns={[
            { key: 'name', title: '姓名', dataIndex: 'name' },
            { key: 'unit', title: '工作单位', dataIndex: 'unit' },
            { key: 'specialty', title: '专业', dataIndex: 'specialty' },
            { key: 'title', title: '资格名称', dataIndex: 'title' },
            { key: 'level', title: '级别', dataIndex: 'level' },
            { key: 'number', title: '证书编号', className: 'num', dataIndex: 'number' },
            {
              key: 'documentNumber',
              title: '发文文号',
              render: (_, row) => row.documentNumber ?? '—',
            },
            { key: 'meeting', title: '评审会议', render: (_, row) => row.meeting ?? '—' },
            { key: 'state', title: '电子证书', render: (_, row) => <State row={row} /> },
          ]}
        />
      </div>
    </>
  )
}

function State({ row }: { row: CandidateRow }) {
  if (row.state === 'made') return <Link href={`/certificates/${row.certificateId}`}>查看证书</Link>
  if (row.state === 'running') return <Tag color="processing">生成中</Tag>
  if (row.state === 'failed') return <span className="fault">未能生成：{row.failure}</span>
  return <span className="muted">未生成</span>
}
