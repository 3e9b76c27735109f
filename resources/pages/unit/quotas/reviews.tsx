import type { QuotaRow } from '#quotas/queries/list_quotas'
import { Button, Form, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { CommandForm } from '~/ui/command_form'
import type { Paged } from '~/ui/data_table'
import { PageHead } from '~/ui/page_head'
import { QuotaForm, type QuotaChoices } from '~/ui/quotas/quota_form'
import { QuotaFacts, QuotaTable } from '~/ui/quotas/quota_table'

type Props = {
  filters: Record<string, string>
  choices: QuotaChoices
  units: { value: number; label: string }[]
  quotas: Paged<QuotaRow>
}

export default function QuotaReviews({ filters, choices, units, quotas }: Props) {
  const [reviewing, review] = useState<QuotaRow | null>(null)
  const [setting, set] = useState(false)
  return (
    <>
      <PageHead
        title="职数审核"
        hint="审核下级单位申报的职数，也可以直接下达。"
        actions={units.length > 0 && <Button onClick={() => set(true)}>下达职数</Button>}
      />
      <div className="card">
        <QuotaTable
          name="quota-reviews"
          quotas={quotas}
          categories={choices.categories}
          filters={filters}
          withUnit
          empty={{ title: '没有职数申报', hint: '下级单位申报职数后会出现在这里。' }}
          act={(row) => (
            <Button type="link" size="small" onClick={() => review(row)}>
              {row.status === 'submitted' ? '审核' : '详情'}
            </Button>
          )}
        />
      </div>
      {setting && (
        <QuotaForm
          title="下达职数"
          path="/quota-reviews"
          choices={choices}
          units={units}
          onClose={() => set(false)}
        />
      )}
      <Modal
        open={reviewing !== null}
        title={reviewing?.status === 'submitted' ? '职数审核' : '职数详情'}
        width="min(760px, 94vw)"
        footer={null}
        destroyOnHidden
        onCancel={() => review(null)}
      >
        {reviewing && (
          <>
            <QuotaFacts row={reviewing} categories={choices.categories} />
            {reviewing.status === 'submitted' && (
              <div style={{ marginTop: 20 }}>
                <CommandForm
                  path={`/quota-reviews/${reviewing.id}`}
                  submit="提交"
                  initial={{ decision: 'approved' }}
                  body={(values) => ({ ...values, version: reviewing.version })}
                  onDone={() => review(null)}
                >
                  <Form.Item name="decision" label="审核结果">
                    <Radio.Group
                      options={[
                        { value: 'approved', label: '审核通过' },
                        { value: 'refused', label: '审核不通过' },
                      ]}
                    />
                  </Form.Item>
                  <Form.Item name="opinion" label="审核意见" extra="不通过时必须填写">
                    <Input.TextArea rows={3} maxLength={500} showCount />
                  </Form.Item>
                </CommandForm>
              </div>
            )}
          </>
        )}
      </Modal>
    </>
  )
}
