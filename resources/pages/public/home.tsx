import { Empty } from '~/ui/empty'
import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'
import { useSite } from '~/ui/site'
import { useSay } from '~/ui/words'

type Props = {
  notices: { id: number; title: string; on: string; body: string }[]
  batches: { id: number; name: string; opensOn: string; closesOn: string }[]
  provinces: { name: string; address: string }[]
}

export default function Home({ notices, batches, provinces }: Props) {
  const { brand } = useSite()
  const say = useSay()
  if (!brand)
    return (
      <>
        <PageHead title="职称评审服务平台" hint="各省门户" />
        <div className="entries">
          {provinces.map(({ name, address }) => (
            <a key={address} href={address} className="entry">
              <b>{name}</b>
              <span className="muted">{address}</span>
            </a>
          ))}
        </div>
        <p className="muted" style={{ marginTop: 28 }}>
          <Link href="/operator/sign-in">平台运维</Link>
        </p>
      </>
    )
  return (
    <>
      <PageHead title={brand.slogan} hint="申报、审核、评审、公示、发证一站办理，全程可查。" />
      <div className="entries" style={{ marginBottom: 28 }}>
        <Link href="/sign-in?to=/apply" className="entry">
          <b>{say('个人申报')}</b>
          <span className="muted">{say('填写申报，查看进度')}</span>
        </Link>
        <Link href="/sign-in?as=unit" className="entry">
          <b>{say('单位与机构')}</b>
          <span className="muted">{say('推荐、审核、公示、发证')}</span>
        </Link>
        <Link href="/sign-in?as=expert&to=/expert" className="entry">
          <b>{say('专家评审')}</b>
          <span className="muted">{say('评分、投票、评议')}</span>
        </Link>
        <Link href="/publicity" className="entry">
          <b>{say('评审结果公示')}</b>
          <span className="muted">{say('查看公示名单，反映情况')}</span>
        </Link>
        <Link href="/verify" className="entry">
          <b>{say('证书核验')}</b>
          <span className="muted">{say('查验电子职称证书真伪')}</span>
        </Link>
      </div>
      <section className="card">
        <h2>{say('申报批次')}</h2>
        {batches.length === 0 ? (
          <Empty title="现在没有开放的申报批次" />
        ) : (
          <dl className="facts">
            {batches.map((batch) => (
              <div key={batch.id}>
                <dt>{batch.name}</dt>
                <dd className="num">
                  {batch.opensOn} 至 {batch.closesOn}
                </dd>
              </div>
            ))}
          </dl>
        )}
      </section>
      <section className="card">
        <h2>{say('通知公告')}</h2>
        {notices.length === 0 && <Empty title="还没有通知" />}
        {notices.map((notice) => (
          <article key={notice.id} style={{ marginBottom: 16 }}>
            <b>{notice.title}</b>　<span className="muted num">{notice.on}</span>
            <div style={{ whiteSpace: 'pre-wrap' }}>{notice.body}</div>
          </article>
        ))}
      </section>
    </>
  )
}
