import type { QuotaRow } from '#quotas/queries/list_quotas'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import type { Paged } from '~/ui/data_table'
import { PageHead } from '~/ui/page_head'
import { QuotaFacts, QuotaTable, type Category } from '~/ui/quotas/quota_table'
import { useUrl } from '~/ui/site'

type Props = { filters: Record<string, string>; categories: Category[]; quotas: Paged<QuotaRow> }

export default function AllQuotas({ filters, categories, quotas }: Props) {
  const [shown, show] = useState<QuotaRow | null>(null)
  const url = useUrl()
  return (
    <>
      <PageHead title="职数申报查询" hint="本机构及各级下级单位的职数申报。" />
      <div className="card">
        <QuotaTable
          name="quota-list"
          quotas={quotas}
          categories={categories}
          filters={filters}
          withUnit
          tools={
            <Button href={url(`/quota-list/export?${new URLSearchParams(filters)}`)}>
              导出查询结果
            </Button>
          }
          empty={{ title: '没有职数申报', hint: '单位申报职数后可在此查询。' }}
          act={(row) => (
            <Button type="link" size="small" onClick={() => show(row)}>
              详情
            </Button>
          )}
        />
      </div>
      <Modal
        open={shown !== null}
        title="职数申报详情"
        width="min(760px, 94vw)"
        footer={null}
        onCancel={() => show(null)}
      >
        {shown && <QuotaFacts row={shown} categories={categories} />}
      </Modal>
    </>
  )
}
