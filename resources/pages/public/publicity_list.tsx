import { Empty } from '~/ui/empty'
import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'
import { useSite } from '~/ui/site'

type Props = {
  publicities: {
    id: number
    title: string
    organization: string
    startsOn: string
    endsOn: string
  }[]
}

export default function PublicityList({ publicities }: Props) {
  const { brand } = useSite()
  return (
    <>
      <PageHead
        title="评审结果公示"
        hint={
          brand?.publicityNote || '公示期内如有异议，可在公示页实名或匿名反映；公示结束后名单撤下。'
        }
      />
      {publicities.length === 0 && (
        <div className="card">
          <Empty title="现在没有公示">公示开始后会显示在这里。</Empty>
        </div>
      )}
      {publicities.map((each) => (
        <article className="card" key={each.id}>
          <Link href={`/publicity/${each.id}`} style={{ fontSize: 17, fontWeight: 600 }}>
            {each.title}
          </Link>
          <div className="muted">
            {each.organization}
            {'　'}
            <span className="num">
              {each.startsOn} 至 {each.endsOn}
            </span>
          </div>
        </article>
      ))}
    </>
  )
}
