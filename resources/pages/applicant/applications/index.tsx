import { Button } from 'antd'
import { router } from '@inertiajs/react'
import { Empty } from '~/ui/empty'
import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'
import { RouteSteps, type RouteStepView } from '~/ui/route_steps'
import { StageTag } from '~/ui/stage_tag'
import { useUrl } from '~/ui/site'

export type Card = {
  id: number
  code: string
  version: number
  name: string
  unit: string
  batchId: number
  batch: string
  series: string | null
  specialty: string | null
  title: string | null
  level: string | null
  committee: string | null
  stage: string
  holder: { organization: string; label: string } | null
  route: RouteStepView[]
  dueOn: string | null
  outcome: string | null
  publicityEndsOn: string | null
  certificateNumber: string | null
  certificateId: number | null
  submittedAt: string | null
}

type Props = {
  applications: Card[]
  batches: { id: number; year: number; name: string; closesOn: string }[]
}

/** What the applicant can do now, in a sentence. */
function next(card: Card): string {
  if (card.stage === 'draft' || card.stage === 'withdrawn') return '填写完整后提交。'
  if (card.stage === 'returned') return `请按退回意见修改，${card.dueOn} 前重新提交。`
  if (card.holder) return `现由${card.holder.organization}办理（${card.holder.label}）。`
  if (card.stage === 'in_publicity') return `公示至 ${card.publicityEndsOn}。`
  if (card.stage === 'certified') return `证书编号 ${card.certificateNumber}。`
  return ''
}

export default function Applications({ applications, batches }: Props) {
  const url = useUrl()
  return (
    <>
      <PageHead
        title="职称申报"
        hint="每个批次可以申报一次；填写的内容随时自动保存，可以换设备继续。"
      />
      {batches.map((batch) => (
        <div
          className="card"
          key={batch.id}
          style={{ display: 'flex', gap: 16, alignItems: 'center', flexWrap: 'wrap' }}
        >
          <div>
            <b>{batch.name}</b>
            <div className="muted">申报截止 {batch.closesOn}</div>
          </div>
          <Button
            type="primary"
            style={{ marginLeft: 'auto' }}
            onClick={() => router.visit(url(`/apply/new?batch=${batch.id}`))}
          >
            立即申报
          </Button>
        </div>
      ))}
      {applications.length === 0 && batches.length === 0 && (
        <div className="card">
          <Empty title="现在没有开放的申报批次">批次开放后会显示在这里，也会在首页通知。</Empty>
        </div>
      )}
      {applications.map((card) => (
        <article className="card" key={card.id}>
          <div
            style={{
              display: 'flex',
              gap: 12,
              alignItems: 'center',
              flexWrap: 'wrap',
              marginBottom: 8,
            }}
          >
            <Link href={`/apply/${card.id}`} style={{ fontSize: 17, fontWeight: 600 }}>
              {card.title} · {card.specialty}
            </Link>
            <StageTag stage={card.stage} />
            <span className="muted num" style={{ marginLeft: 'auto' }}>
              {card.batch}　{card.code}
            </span>
          </div>
          <p style={{ margin: '0 0 12px' }}>{next(card)}</p>
          {card.route.length > 0 && <RouteSteps steps={card.route} />}
        </article>
      ))}
    </>
  )
}
