import { Empty } from '~/ui/empty'
import { PageHead } from '~/ui/page_head'
import { useSite, useUrl } from '~/ui/site'

type Props = {
  pages: { id: number; title: string; body: string }[]
  downloads: { id: number; title: string; note: string | null; file: string; kilobytes: number }[]
}

export default function Help({ pages, downloads }: Props) {
  const url = useUrl()
  const { brand } = useSite()
  return (
    <>
      <PageHead
        title="帮助与下载"
        hint={
          brand?.helpNote ||
          (brand?.phone ? `咨询电话：${brand.phone}` : '操作说明、政策文件和样表')
        }
      />
      <section className="card">
        <h2>帮助</h2>
        {pages.length === 0 && <Empty title="还没有帮助">可在首页查看通知公告。</Empty>}
        {pages.map((page) => (
          <details key={page.id} className="help-page">
            <summary>{page.title}</summary>
            <div>{page.body}</div>
          </details>
        ))}
      </section>
      <section className="card">
        <h2>下载</h2>
        {downloads.length === 0 && <Empty title="还没有可下载的资料" />}
        <ul className="plain-list">
          {downloads.map((each) => (
            <li key={each.id}>
              <a href={url(`/downloads/${each.id}`)}>{each.title}</a>{' '}
              <span className="muted">
                {each.file}，{each.kilobytes} KB{each.note && `；${each.note}`}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
