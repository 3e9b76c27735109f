import { router } from '@inertiajs/react'
import { Segmented } from 'antd'
import type { Difference } from '#rules/compare'
import { ButtonLink } from '~/ui/button_link'
import { PageHead } from '~/ui/page_head'
import { Differences } from '~/ui/rules/differences'
import { PublishButton } from '~/ui/rules/publish_button'
import { SimulateButton } from '~/ui/rules/simulate_button'
import { useUrl } from '~/ui/site'

type Props = {
  draft: { id: number; name: string; status: string; version: number }
  against: 'published' | 'plugin'
  faults: number
  differences: Difference[]
}

export default function Compare({ draft, against, faults, differences }: Props) {
  const url = useUrl()
  return (
    <>
      <PageHead
        title={`${draft.name}：差异`}
        hint={`与${against === 'plugin' ? '插件自带规则' : '现行版本'}相比，共 ${differences.length} 处不同`}
        actions={
          <>
            <ButtonLink href={`/rules/drafts/${draft.id}`}>返回编辑</ButtonLink>
            {draft.status === 'open' && (
              <>
                <SimulateButton draft={draft} faults={faults} />
                <PublishButton draft={draft} faults={faults} />
              </>
            )}
          </>
        }
      />
      <Segmented
        style={{ marginBottom: 16 }}
        value={against}
        options={[
          { value: 'published', label: '与现行版本比较' },
          { value: 'plugin', label: '与插件自带规则比较' },
        ]}
        onChange={(value) =>
          router.get(url(`/rules/drafts/${draft.id}/compare`), { against: value })
        }
      />
      <Differences rows={differences} empty="没有不同之处" />
    </>
  )
}
