import type { QuotaRow } from '#quotas/queries/list_quotas'
import { Button } from 'antd'
import { useState } from 'react'
import type { Paged } from '~/ui/data_table'
import { PageHead } from '~/ui/page_head'
import { QuotaForm, type QuotaChoices } from '~/ui/quotas/quota_form'
import { QuotaTable } from '~/ui/quotas/quota_table'

type Props = { filters: Record<string, string>; choices: QuotaChoices; quotas: Paged<QuotaRow> }

export default function Quotas({ filters, choices, quotas }: Props) {
  const [editing, edit] = useState<QuotaRow | 'new' | null>(null)
  return (
    <>
      <PageHead
        title="职数申报"
        hint="按专业申报本单位的评审职数，由上级机构审核。"
        actions={
          <Button type="primary" onClick={() => edit('new')}>
            新增
          </Button>
        }
      />
      <div className="card">
        <QuotaTable
          name="quotas"
          quotas={quotas}
          categories={choices.categories}
          filters={filters}
          withUnit={false}
          empty={{ title: '还没有申报职数', hint: '点击“新增”按专业申报。' }}
          act={(row) =>
            row.status !== 'approved' && (
              <Button type="link" size="small" onClick={() => edit(row)}>
                修改
              </Button>
            )
          }
        />
      </div>
      {editing && (
        <QuotaForm
          title={editing === 'new' ? '职数申报' : '修改职数申报'}
          path={editing === 'new' ? '/quotas' : `/quotas/${editing.id}`}
          method={editing === 'new' ? 'POST' : 'PUT'}
          choices={choices}
          row={editing === 'new' ? undefined : editing}
          onClose={() => edit(null)}
        />
      )}
    </>
  )
}
